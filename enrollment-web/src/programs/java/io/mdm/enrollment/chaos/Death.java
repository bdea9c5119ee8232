package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was going on when a node, or the database under all of them, died.
 *
 * @param of what
 * @param workers that may have been about to note what became of a mail
 * @param lanes that were being delivered, as ids of their tasks
 * @param at of {@link System#nanoTime}
 */
record Death(String of, int workers, List<String> lanes, long at) {
    static final int WORKERS_OF_A_NODE = 8;

    /** What the relay reads later than this did not come from the dead. */
    private static final long LAST_WORDS = Duration.ofMillis(500).toNanos();

    /** Lanes in the hands of one node, just before it is killed. */
    static List<String> lanesOf(Node node, Cluster cluster) {
        return cluster.database()
                .texts(
                        "select task_instance from enrollment.scheduled_tasks"
                                + " where task_name = 'invitation-lane' and picked and picked_by like ?",
                        "%/" + node.pid() + "/%");
    }

    /** Lanes in the hands of any node. */
    static List<String> allLanes(Cluster cluster) {
        return cluster.database()
                .texts(
                        "select task_instance from enrollment.scheduled_tasks where task_name = 'invitation-lane' and picked");
    }

    /**
     * How long each lane that had more to send waited for somebody to send it; one that died again meanwhile does not
     * count.
     */
    Stream<Duration> takeOvers(Promises promises, Ledger ledger, List<Death> all) {
        return lanes.stream()
                .flatMap(lane -> promises.ofBatch(lane.split("/", -1)[1]).stream()
                        .flatMap(promise -> takeOver(promise, lane, ledger, all)));
    }

    private Stream<Duration> takeOver(Promise promise, String lane, Ledger ledger, List<Death> all) {
        var ends = lane.split("/", -1);
        var recipients = promise.addresses().subList(Integer.parseInt(ends[3]), Integer.parseInt(ends[4]));
        return ledger.firstAfter(at + LAST_WORDS, recipients).stream()
                .filter(next -> all.stream().noneMatch(later -> later.hit(lane, at, next)))
                .mapToObj(next -> Duration.ofNanos(next - at));
    }

    private boolean hit(String lane, long after, long before) {
        return at - after > 0 && at - before < 0 && lanes.contains(lane);
    }
}
