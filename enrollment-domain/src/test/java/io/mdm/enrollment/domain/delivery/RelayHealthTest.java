package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.LogOf;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayHealthTest {
    private static final Instant LATER = NOW.plus(RelayHealth.PAUSE);

    private final RelayHealth health = new RelayHealth();

    @Test
    void the_operator_is_told_once_for_each_pause_and_cause_whatever_the_number_of_lanes() {
        try (var log = LogOf.logger(RelayHealth.class)) {
            for (int lane = 0; lane < 100; lane++) {
                report("connection refused", NOW.plusMillis(lane));
            }
            assertThat(warnings(log)).hasSize(1);

            report("the relay answered 550 5.7.1 at RCPT", NOW.plusMillis(101));
            assertThat(warnings(log)).hasSize(2);

            report("the relay answered 550 5.7.1 at RCPT", LATER.minusMillis(1));
            assertThat(warnings(log)).hasSize(2);

            report("the relay answered 550 5.7.1 at RCPT", LATER);
            assertThat(warnings(log)).hasSize(3);
            assertThat(warnings(log))
                    .last()
                    .isEqualTo("WARNING: The mail relay cannot be used, mail from it@acme.example waits until " + LATER
                            + ": the relay answered 550 5.7.1 at RCPT (lane b/0)");
        }
    }

    @Test
    void lanes_wait_until_the_pause_is_at_its_end() {
        assertThat(health.pausedUntil(NOW)).isEmpty();

        health.pause(LATER);

        assertThat(health.pausedUntil(NOW)).contains(LATER);
        assertThat(health.pausedUntil(LATER)).isEmpty();
    }

    @Test
    void a_message_that_is_answered_ends_the_pause_and_restores_trust() {
        health.pause(LATER);
        assertThat(health.isTrusted()).isFalse();

        health.answered();

        assertThat(health.pausedUntil(NOW)).isEmpty();
        assertThat(health.isTrusted()).isTrue();
    }

    @Test
    void a_doubt_is_resolved_only_by_a_message_that_began_after_it() {
        long before = health.begin();
        long doubt = health.begin();
        long after = health.begin();

        health.delivered(before);
        assertThat(health.deliveredSince(doubt)).isFalse();

        health.delivered(after);
        assertThat(health.deliveredSince(doubt)).isTrue();
    }

    @Test
    void three_undecided_in_a_row_are_the_relays_fault() {
        assertThat(List.of(health.blamed(), health.blamed())).containsOnly(false);
        health.answered();
        assertThat(List.of(health.blamed(), health.blamed(), health.blamed())).containsExactly(false, false, true);
    }

    private void report(String cause, Instant at) {
        health.report(cause, "it@acme.example", "b/0", at, LATER);
    }

    private static List<String> warnings(LogOf log) {
        return log.messages().stream()
                .filter(message -> message.startsWith("WARNING"))
                .toList();
    }
}
