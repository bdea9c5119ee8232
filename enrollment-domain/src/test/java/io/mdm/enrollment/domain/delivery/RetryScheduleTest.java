package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {
    private static final Instant FAR = NOW.plus(Duration.ofDays(30));

    private final RetrySchedule exact = new RetrySchedule(() -> 0.5);

    @ParameterizedTest
    @CsvSource({"1,PT5M", "2,PT15M", "3,PT30M", "4,PT1H", "5,PT1H", "70,PT1H"})
    void waits_grow_and_then_stay_an_hour(int attempts, Duration wait) {
        assertThat(exact.next(attempts, NOW, FAR, NOW)).contains(NOW.plus(wait));
    }

    @Test
    void each_is_up_to_a_fifth_shorter_or_longer() {
        assertThat(new RetrySchedule(() -> 0).next(1, NOW, FAR, NOW)).contains(NOW.plusSeconds(240));
        assertThat(new RetrySchedule(() -> 1).next(1, NOW, FAR, NOW)).contains(NOW.plusSeconds(360));
        var schedule = new RetrySchedule(new Random(1)::nextDouble);
        for (int i = 0; i < 1_000; i++) {
            assertThat(schedule.jittered(Duration.ofSeconds(100)))
                    .isBetween(Duration.ofSeconds(80), Duration.ofSeconds(120));
        }
    }

    @Test
    void nothing_is_tried_once_the_token_has_expired() {
        var next = NOW.plus(Duration.ofMinutes(5));

        assertThat(exact.next(1, NOW, next.plusMillis(1), NOW)).contains(next);
        assertThat(exact.next(1, NOW, next, NOW)).isEmpty();
    }

    @Test
    void nothing_is_tried_three_days_after_the_token_was_issued() {
        var last = NOW.plus(Duration.ofHours(71));

        assertThat(exact.next(9, NOW, FAR, last.minusMillis(1))).isPresent();
        assertThat(exact.next(9, NOW, FAR, last)).isEmpty();
    }
}
