package io.mdm.enrollment.chaos;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Repetitions of refused webhooks, which wait for up to hours, made due as soon as they would wait for 10 s more. */
final class EarlyRetries implements AutoCloseable {
    private static final List<String> MAKE_DUE = List.of(
            "update enrollment.webhook_progress set next_attempt_at = now() where next_attempt_at > now() + interval '10 s'",
            "update enrollment.webhook_tasks set execution_time = now(), version = version + 1"
                    + " where task_name = 'webhook' and not picked and execution_time > now() + interval '10 s'");

    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looks;
    private final Cluster cluster;

    EarlyRetries(Cluster cluster) {
        this.cluster = cluster;
        looks = looking.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            MAKE_DUE.forEach(cluster.database()::update);
        } catch (IllegalStateException unreachable) {
            // the database has died
        }
    }

    @Override
    public void close() {
        looks.cancel(true);
        looking.shutdown();
    }
}
