package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayPauseTest {
    private static final Logger LOG = Logger.getLogger(RelayPause.class.getName());
    private static final Instant LATER = NOW.plus(RelayPause.LENGTH);

    private final List<LogRecord> told = new ArrayList<>();
    private final RelayPause pause = new RelayPause();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            told.add(entry);
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void listen_no_more() {
        LOG.removeHandler(handler);
    }

    @Test
    void the_operator_is_told_once_for_all_lanes() {
        for (int lane = 0; lane < 100; lane++) {
            pause.report("connection refused", NOW.plusMillis(lane), LATER);
        }

        assertThat(warnings()).isEqualTo(1);

        pause.report("connection refused", LATER, LATER.plus(RelayPause.LENGTH));
        assertThat(warnings()).isEqualTo(2);
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

    private long warnings() {
        return told.stream()
                .filter(entry -> entry.getLevel().equals(Level.WARNING))
                .count();
    }
}
