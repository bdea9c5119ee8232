package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was going on when a node, or the database under all of them, died.
 *
 * @param lanes that were being delivered, as ids of their tasks
 * @param at of {@link System#nanoTime}
 */
record Death(List<String> lanes, long at) {
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

    /** How long each lane that had more to send waited for somebody to send it. */
    Stream<Duration> takeOvers(Promises promises, Ledger ledger) {
        return lanes.stream().flatMap(lane -> promises.ofBatch(lane.split("/", -1)[1]).stream()
                .flatMap(promise -> takeOver(promise, lane.split("/", -1), ledger)));
    }

    private Stream<Duration> takeOver(Promise promise, String[] lane, Ledger ledger) {
        var recipients = promise.addresses().subList(Integer.parseInt(lane[3]), Integer.parseInt(lane[4]));
        var next = ledger.firstAfter(at + LAST_WORDS, recipients);
        return next.isPresent() ? Stream.of(Duration.ofNanos(next.getAsLong() - at)) : Stream.empty();
    }
}
