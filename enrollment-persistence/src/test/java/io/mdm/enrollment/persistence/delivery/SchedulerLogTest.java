package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.LogOf;
import io.mdm.enrollment.persistence.delivery.SchedulerFactory.Intervals;
import io.mdm.enrollment.persistence.start.MigratedPostgres;
import io.mdm.enrollment.persistence.store.DatabaseClock;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.postgres.LocalPostgres;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SchedulerLogTest {
    private static final String PACKAGE = Scheduler.class.getPackageName();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Throwable unavailable = new IllegalStateException(new SQLException("", "08006"));
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void the_scheduler_is_silent_while_postgresql_is_down_and_the_outage_is_two_lines() {
        try (var postgres = LocalPostgres.start();
                var scheduler = LogOf.logger(PACKAGE);
                var outage = LogOf.logger(DatabaseOutage.class)) {
            var database = new EnrollmentDatabase(postgres.dataSource());
            // a test database may lose its last commits in a crash; here it must not lose its tables
            database.update("alter database enrollment set synchronous_commit to on");
            MigratedPostgres.migrate(postgres.dataSource());
            var schedulers = factory(database);
            var running = running(schedulers);

            try {
                postgres.crash();
                int before = looks.get();
                Awaitility.await().atMost(PATIENCE).until(() -> looks.get() > before + 20);
                assertThat(outage.messages())
                        .singleElement()
                        .asString()
                        .startsWith("WARNING: The database cannot be used, mail waits: SQLState ");
                postgres.startAgain();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> outage.messages().stream()
                                .anyMatch(message -> message.startsWith("INFO: The database can be used again")));
            } finally {
                running.stop();
                schedulers.log().close();
            }

            assertThat(scheduler.messages()).isNotEmpty().allMatch(message -> message.startsWith("INFO: "));
        }
    }

    @Test
    void other_failures_are_logged_and_no_filter_stays_behind() {
        var log = new SchedulerLog(new DatabaseOutage(System::nanoTime));
        var logger = Logger.getLogger(PACKAGE + ".RunUntilShutdown");

        log.open();
        assertThat(log).isEqualTo(logger.getFilter());
        log.markingTasks(Runnable::run).execute(() -> {
            assertThat(log.isLoggable(failure(new IllegalStateException()))).isTrue();
            assertThat(log.isLoggable(failure(new IllegalStateException(new SQLException("", "42P01")))))
                    .isTrue();
            assertThat(log.isLoggable(failure(unavailable))).isFalse();
        });
        assertThat(log.isLoggable(failure(unavailable)))
                .as("of another scheduler")
                .isTrue();

        log.close();
        assertThat(logger.getFilter()).isNull();
    }

    private SchedulerFactory factory(EnrollmentDatabase database) {
        return new SchedulerFactory(
                database,
                new DatabaseClock(database),
                new SchedulerWatchdog(new InMemoryEvent<>()) {
                    @Override
                    void beat() {
                        super.beat();
                        looks.incrementAndGet();
                    }
                },
                new SchedulerWatchdog(new InMemoryEvent<>()),
                Examples.configuration().mailWorkers(),
                new Intervals(Duration.ofMillis(50), Duration.ofMillis(50)));
    }

    private static Scheduler running(SchedulerFactory schedulers) {
        ThreadFactory threads = Executors.defaultThreadFactory();
        var nothing = Tasks.recurring("nothing", FixedDelay.ofMinutes(1)).execute((instance, context) -> {});
        var scheduler = schedulers
                .builder(nothing, Executors.newCachedThreadPool(threads), threads)
                .build();
        scheduler.start();
        return scheduler;
    }

    private static LogRecord failure(Throwable thrown) {
        var entry = new LogRecord(Level.SEVERE, "Unhandled exception");
        entry.setThrown(thrown);
        return entry;
    }
}
