package io.mdm.enrollment.web.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentBacklogTest {
    /** Close to where nanoTime wraps. */
    private long now = Long.MAX_VALUE - TimeUnit.SECONDS.toNanos(3);

    private long takes;
    private int measured;
    private final RecentBacklog backlog = new RecentBacklog(
            () -> {
                measured++;
                now += takes;
                if (takes < 0) {
                    throw new IllegalStateException("away");
                }
                return new Backlog(measured, 0, Optional.empty());
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
        takes = -1;
        pass(6);

        assertThat(backlog.value()).isEmpty();
    }

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
    }
}
