package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.persistence.start.MigratedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseClockTest {
    /** The timer of the node, in nanoseconds. */
    private long timer;

    private Instant nodeTime = Instant.parse("2030-01-01T00:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private Duration roundTrip = Duration.ZERO;
    private final EnrollmentDatabase database = new EnrollmentDatabase(MigratedPostgres.dataSource()) {
        @Override
        public <T> java.util.List<T> query(String sql, RowReader<T> reader, Object... parameters) {
            asked.incrementAndGet();
            pass(roundTrip);
            return super.query(sql, reader, parameters);
        }
    };

    @Test
    void a_node_whose_clock_is_years_off_follows_the_database() {
        var clock = clock();
        assertThat(clock.instant()).isEqualTo(nodeTime);

        clock.measure();

        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(clock.offset()).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void time_passes_by_the_timer_whatever_happens_to_the_clock_of_the_node() {
        var clock = clock();
        clock.measure();
        var before = clock.instant();

        nodeTime = nodeTime.plus(Duration.ofHours(1));
        timer += Duration.ofSeconds(3).toNanos();

        assertThat(Duration.between(before, clock.instant())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_sample_that_took_longer_than_a_second_is_dropped() {
        var clock = clock();
        clock.measure();
        var offset = clock.offset();
        nodeTime = nodeTime.plus(Duration.ofHours(1));
        roundTrip = Duration.ofMillis(1_001);

        clock.measure();
        assertThat(clock.offset()).isEqualTo(offset);

        roundTrip = Duration.ofMillis(999);
        clock.measure();
        assertThat(clock.offset()).isGreaterThan(offset.plusMinutes(59));
    }

    @Test
    void a_sample_is_taken_every_ten_seconds_and_after_the_machine_was_suspended() {
        var clock = clock();
        clock.measure();

        pass(Duration.ofSeconds(9));
        clock.follow();
        assertThat(asked).hasValue(1);

        pass(Duration.ofSeconds(1));
        clock.follow();
        assertThat(asked).hasValue(2);

        nodeTime = nodeTime.plus(Duration.ofMinutes(1));
        clock.follow();
        clock.follow();
        assertThat(asked).hasValue(3);
    }

    @Test
    void without_the_database_it_goes_on() {
        var unavailable = new PGSimpleDataSource();
        unavailable.setPortNumbers(new int[] {1});
        var clock = new DatabaseClock(new EnrollmentDatabase(unavailable), () -> nodeTime, () -> timer);

        clock.measure();
        pass(Duration.ofSeconds(1));

        assertThat(clock.instant()).isEqualTo(nodeTime);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void it_ticks_in_milliseconds() {
        var clock = new DatabaseClock(database);

        assertThat(IntStream.range(0, 100).mapToObj(i -> clock.instant().get(ChronoField.NANO_OF_SECOND) % 1_000_000))
                .containsOnly(0);
    }

    private void pass(Duration time) {
        timer += time.toNanos();
        nodeTime = nodeTime.plus(time);
    }

    private DatabaseClock clock() {
        return new DatabaseClock(database, () -> nodeTime, () -> timer);
    }
}
