package io.mdm.enrollment.chaos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Watch over the lanes of the dead, in the database, ten times a second. */
final class LaneWatch implements AutoCloseable {
    private final List<Death> deaths = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> looks;
    private final Cluster cluster;

    LaneWatch(Cluster cluster) {
        this.cluster = cluster;
        looks = looking.scheduleWithFixedDelay(this::look, 100, 100, TimeUnit.MILLISECONDS);
    }

    void add(Death death) {
        deaths.add(death);
    }

    List<Death> deaths() {
        return deaths;
    }

    boolean isOver() {
        return deaths.stream().allMatch(death -> death.open() == 0);
    }

    private void look() {
        try {
            deaths.forEach(death -> death.look(cluster.database()));
        } catch (IllegalStateException unreachable) {
            // the database is the one that died
        }
    }

    @Override
    public void close() {
        looks.cancel(true);
        looking.shutdown();
    }
}
