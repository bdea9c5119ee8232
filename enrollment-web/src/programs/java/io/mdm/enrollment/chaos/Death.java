package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Death of a node, or of the database under all of them, and what became of the lanes that were being delivered. A lane
 * is taken over when its task is claimed or settled by somebody else, whatever the relay does meanwhile.
 */
final class Death {
    static final int WORKERS_OF_A_NODE = 8;

    /** A task that changes sooner than this was changed by the dead. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private static final String LANES = "select task_instance || ' ' || version from enrollment.scheduled_tasks"
            + " where task_name = 'invitation-lane' and picked and picked_by like ?";

    private final String of;
    private final int workers;
    private final Map<String, String> versions;
    private final long at;
    private final Map<String, Duration> takeOvers = new ConcurrentHashMap<>();

    /**
     * @param of what died
     * @param workers that may have been about to note what became of a mail
     * @param lanes that were being delivered, as {@link #lanesOf} tells them
     */
    Death(String of, int workers, Map<String, String> lanes) {
        this.of = of;
        this.workers = workers;
        this.versions = new HashMap<>(lanes);
        this.at = System.nanoTime();
    }

    /** Lanes in the hands of one node, with the version of their task. */
    static Map<String, String> lanesOf(Node node, Cluster cluster) {
        return lanes(cluster.database(), "%/" + node.pid() + "/%");
    }

    /** Lanes in the hands of any node. */
    static Map<String, String> allLanes(Cluster cluster) {
        return lanes(cluster.database(), "%");
    }

    private static Map<String, String> lanes(Database database, String pickedBy) {
        var lanes = new HashMap<String, String>();
        for (var row : database.texts(LANES, pickedBy)) {
            int space = row.indexOf(' ');
            lanes.put(row.substring(0, space), row.substring(space + 1));
        }
        return lanes;
    }

    /** Notes the lanes that were taken over since the last look. */
    void look(Database database) {
        var since = Duration.ofNanos(System.nanoTime() - at);
        if (open() == 0) {
            return;
        }
        var now = lanes(database, "%");
        versions.forEach((lane, version) -> {
            if (!version.equals(now.get(lane))) {
                takeOvers.putIfAbsent(lane, since);
            }
        });
    }

    /** How many lanes are still in the hands of the dead. */
    int open() {
        return versions.size() - takeOvers.size();
    }

    String of() {
        return of;
    }

    int workers() {
        return workers;
    }

    int lanes() {
        return versions.size();
    }

    Collection<Duration> takeOvers() {
        return List.copyOf(takeOvers.values()).stream()
                .filter(time -> time.compareTo(LAST_WORDS) > 0)
                .toList();
    }
}
