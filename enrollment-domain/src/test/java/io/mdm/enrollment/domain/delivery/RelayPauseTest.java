package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.LogOf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayPauseTest {
    private static final Instant LATER = NOW.plus(RelayPause.LENGTH);

    private final RelayPause pause = new RelayPause();

    @Test
    void the_operator_is_told_once_for_all_lanes() {
        try (var log = LogOf.logger(RelayPause.class)) {
            for (int lane = 0; lane < 100; lane++) {
                pause.report("connection refused", NOW.plusMillis(lane), LATER);
            }
            assertThat(warnings(log)).hasSize(1);

            pause.report("connection refused", LATER, LATER.plus(RelayPause.LENGTH));
            assertThat(warnings(log)).hasSize(2);
        }
    }

    @Test
    void lanes_wait_until_the_pause_is_at_its_end() {
        assertThat(pause.end(NOW)).isEmpty();

        pause.begin(LATER);

        assertThat(pause.end(NOW)).contains(LATER);
        assertThat(pause.end(LATER)).isEmpty();
    }

    @Test
    void a_message_that_is_answered_ends_the_pause() {
        pause.begin(LATER);

        pause.over();

        assertThat(pause.end(NOW)).isEmpty();
    }

    private static List<String> warnings(LogOf log) {
        return log.messages().stream()
                .filter(message -> message.startsWith("WARNING"))
                .toList();
    }
}
