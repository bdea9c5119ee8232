package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    private final SystemClock clock = new SystemClock();

    @Test
    void it_ticks_in_milliseconds() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> clock.instant().get(ChronoField.NANO_OF_SECOND) % 1_000_000))
                .containsOnly(0);
    }

    @Test
    void it_tells_the_time() {
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        assertThat(clock.instant()).isBetween(before, Instant.now());
    }
}
