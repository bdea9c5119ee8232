package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendingPaceTest {
    /** Close to where nanoTime wraps. */
    private long now = Long.MAX_VALUE - 500_000_000L;

    private final long start = now;
    private final List<Long> parked = new ArrayList<>();

    @AfterEach
    void leave_no_interrupt_behind() {
        Thread.interrupted();
    }

    @Test
    void lets_the_first_through_and_spaces_the_others() throws InterruptedException {
        var pace = pace(OptionalInt.of(4));

        for (int i = 0; i < 5; i++) {
            pace.awaitTurn();
        }

        assertThat(now - start).isEqualTo(1_000_000_000L);
        assertThat(parked).containsOnly(250_000_000L).hasSize(4);
    }

    @Test
    void does_not_make_up_for_an_idle_time() throws InterruptedException {
        var pace = pace(OptionalInt.of(1));
        pace.awaitTurn();
        now += 10_000_000_000L;

        pace.awaitTurn();
        pace.awaitTurn();

        assertThat(parked).containsExactly(1_000_000_000L);
    }

    @Test
    void parks_again_when_woken_early() throws InterruptedException {
        var pace = new SendingPace(OptionalInt.of(1), () -> now, nanos -> {
            parked.add(nanos);
            now += Math.min(nanos, 600_000_000L);
        });
        pace.awaitTurn();

        pace.awaitTurn();

        assertThat(parked).containsExactly(1_000_000_000L, 400_000_000L);
    }

    @Test
    void never_exceeds_a_rate_that_does_not_divide_a_second() throws InterruptedException {
        var pace = pace(OptionalInt.of(3));

        for (int i = 0; i < 4; i++) {
            pace.awaitTurn();
        }

        assertThat(now - start).isBetween(1_000_000_000L, 1_000_000_003L);
    }

    @Test
    void never_waits_without_a_rate() throws InterruptedException {
        var pace = pace(OptionalInt.empty());

        for (int i = 0; i < 100; i++) {
            pace.awaitTurn();
        }

        assertThat(parked).isEmpty();
    }

    @Test
    void stops_waiting_when_interrupted() throws InterruptedException {
        var pace = pace(OptionalInt.of(1));
        pace.awaitTurn();
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::awaitTurn).isInstanceOf(InterruptedException.class);
        assertThat(parked).isEmpty();
    }

    private SendingPace pace(OptionalInt perSecond) {
        return new SendingPace(perSecond, () -> now, nanos -> {
            parked.add(nanos);
            now += nanos;
        });
    }
}
