package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
            pace.awaitTurn(() -> {});
        }

        assertThat(now - start).isEqualTo(1_000_000_000L);
        assertThat(parked).containsOnly(250_000_000L).hasSize(4);
    }

    @Test
    void does_not_make_up_for_an_idle_time() throws InterruptedException {
        var pace = pace(OptionalInt.of(1));
        pace.awaitTurn(() -> {});
        now += 10_000_000_000L;

        pace.awaitTurn(() -> {});
        pace.awaitTurn(() -> {});

        assertThat(parked).containsExactly(1_000_000_000L);
    }

    @Test
    void parks_again_when_woken_early() throws InterruptedException {
        var pace = new SendingPace(OptionalInt.of(1), () -> now, nanos -> {
            parked.add(nanos);
            now += Math.min(nanos, 600_000_000L);
        });
        pace.awaitTurn(() -> {});

        pace.awaitTurn(() -> {});

        assertThat(parked).containsExactly(1_000_000_000L, 400_000_000L);
    }

    @Test
    void never_exceeds_a_rate_that_does_not_divide_a_second() throws InterruptedException {
        var pace = pace(OptionalInt.of(3));

        for (int i = 0; i < 4; i++) {
            pace.awaitTurn(() -> {});
        }

        assertThat(now - start).isBetween(1_000_000_000L, 1_000_000_003L);
    }

    @Test
    void never_waits_without_a_rate() throws InterruptedException {
        var pace = pace(OptionalInt.empty());

        for (int i = 0; i < 100; i++) {
            pace.awaitTurn(() -> {});
        }

        assertThat(parked).isEmpty();
    }

    @Test
    void lets_the_caller_do_something_before_it_waits() throws InterruptedException {
        var pace = pace(OptionalInt.of(1));
        var done = new ArrayList<Long>();

        pace.awaitTurn(() -> done.add(now));
        assertThat(done).isEmpty();
        pace.awaitTurn(() -> done.add(now));

        assertThat(done).containsExactly(start);
    }

    @Test
    void stops_waiting_when_interrupted() throws InterruptedException {
        var pace = pace(OptionalInt.of(1));
        pace.awaitTurn(() -> {});
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pace.awaitTurn(() -> {})).isInstanceOf(InterruptedException.class);
        assertThat(parked).isEmpty();
    }

    @Test
    void halves_the_rate_that_was_too_high_and_holds_everything_for_a_second() throws InterruptedException {
        var pace = pace(OptionalInt.empty());
        for (int i = 0; i < 50; i++) {
            pace.awaitTurn(() -> {});
        }

        assertThat(pace.slowDown()).isEqualTo(Duration.ofSeconds(1));
        pace.awaitTurn(() -> {});
        pace.awaitTurn(() -> {});

        assertThat(parked).containsExactly(1_000_000_000L, 40_000_000L);
    }

    @Test
    void takes_the_complaints_of_many_connections_for_one() {
        var pace = pace(OptionalInt.empty());

        assertThat(List.of(pace.slowDown(), pace.slowDown(), pace.slowDown())).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void holds_twice_as_long_each_time_until_a_message_is_taken() {
        var pace = pace(OptionalInt.empty());
        var holds = new ArrayList<Long>();
        for (int i = 0; i < 6; i++) {
            holds.add(pace.slowDown().toSeconds());
            now += 16_000_000_000L;
        }
        assertThat(holds).containsExactly(1L, 2L, 4L, 8L, 16L, 16L);

        pace.taken();
        assertThat(pace.slowDown()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void recovers_by_a_tenth_each_second_up_to_the_configured_rate() throws InterruptedException {
        var pace = pace(OptionalInt.of(10));
        for (int i = 0; i < 10; i++) {
            pace.awaitTurn(() -> {});
        }
        pace.slowDown();
        pace.awaitTurn(() -> {});
        assertThat(turnsIn(1, pace)).isEqualTo(5);

        assertThat(turnsIn(4, pace)).isBetween(22, 27);
        assertThat(turnsIn(20, pace)).isBetween(190, 200);
    }

    private int turnsIn(int seconds, SendingPace pace) throws InterruptedException {
        int count = 0;
        for (long end = now + seconds * 1_000_000_000L; end - now > 0; count++) {
            pace.awaitTurn(() -> {});
        }
        return count;
    }

    private SendingPace pace(OptionalInt perSecond) {
        return new SendingPace(perSecond, () -> now, nanos -> {
            parked.add(nanos);
            now += nanos;
        });
    }
}
