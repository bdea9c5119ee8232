package io.mdm.enrollment.web.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import io.mdm.enrollment.domain.LogOf;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentBacklogTest {
    /** Close to where nanoTime wraps. */
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(3);

    private long takes;
    private boolean away;
    private int measured;
    private final RecentBacklog backlog = new RecentBacklog(
            () -> {
                measured++;
                now += takes;
                if (away) {
                    throw new IllegalStateException("away");
                }
                return new Backlog(measured, 0, Optional.empty(), Optional.empty(), 0, Optional.empty());
            },
            () -> now);

    @Test
    void whoever_asks_within_five_seconds_is_told_the_same() {
        assertThat(backlog.value())
                .hasValueSatisfying(value -> assertThat(value.queued()).isEqualTo(1));
        pass(4.9);
        backlog.value();
        assertThat(measured).isEqualTo(1);

        pass(0.2);
        backlog.value();
        assertThat(measured).isEqualTo(2);
    }

    @Test
    void what_takes_long_is_measured_seldom() {
        takes = TimeUnit.SECONDS.toNanos(1);
        backlog.value();
        pass(49);
        backlog.value();
        assertThat(measured).isEqualTo(1);

        pass(2);
        backlog.value();
        assertThat(measured).isEqualTo(2);
    }

    @Test
    void nothing_is_told_rather_than_something_old() {
        backlog.value();
        away = true;
        pass(6);

        assertThat(backlog.value()).isEmpty();
    }

    @Test
    void a_failure_that_took_a_minute_is_over_five_seconds_later() {
        away = true;
        takes = TimeUnit.MINUTES.toNanos(1);
        assertThat(backlog.value()).isEmpty();
        away = false;
        takes = 0;

        pass(5.1);

        assertThat(backlog.value()).isPresent();
    }

    @Test
    void of_failures_in_a_row_the_first_is_a_warning() {
        try (var log = LogOf.logger(RecentBacklog.class)) {
            away = true;
            measureAgain();
            measureAgain();
            away = false;
            measureAgain();
            away = true;
            measureAgain();

            assertThat(log.messages())
                    .hasSize(2)
                    .containsOnly("WARNING: Waiting invitations cannot be counted: java.lang.IllegalStateException");
        }
    }

    private void measureAgain() {
        backlog.value();
        pass(6);
    }

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
    }
}
