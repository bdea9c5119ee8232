package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemClockTest {
    private final SystemClock clock = new SystemClock();

    @Test
    void it_ticks_in_milliseconds() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> clock.instant().getNano() % 1_000_000))
                .containsOnly(0);
    }

    @Test
    void it_tells_the_time() {
        assertThat(clock.instant()).isBetween(Instant.now().minusSeconds(1), Instant.now());
    }
}
