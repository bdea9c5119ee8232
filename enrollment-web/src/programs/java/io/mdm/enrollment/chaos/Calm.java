package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.awaitility.Awaitility;

/** How it is while nothing dies: how fast one, two and three nodes deliver, and whether anybody waits for others. */
record Calm(Cluster cluster, int invitations, RunLog log) {
    private static final int BULKS = 5;
    private static final int MEDIUM_BULKS = 6;
    private static final int ROUNDS = 5;
    /** The patience with one exchange is a minute; a busy machine adds to it. */
    private static final Duration MAX_SILENCE = Duration.ofSeconds(90);

    private static final int BOUND = 20;
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofMinutes(6);
    private static final Duration THOUGHT = Duration.ofMillis(50);

    /** With the nodes that are up. */
    Findings drain(int nodes) {
        var promises = new Promises(cluster, new Random(nodes));
        for (int each = 0; each < BULKS; each++) {
            promises.post(promises.bulk(invitations / BULKS));
        }
        var few = new Promises(cluster, new Random(nodes));
        long fewBegan = System.nanoTime();
        few.post(few.bulk(10));
        boolean settled = promises.awaitSettled() && few.awaitSettled();
        log.tell(
                "%d node%s: %.0f mails a second; 10 invitations of another organization behind them arrived within %s",
                nodes, nodes == 1 ? "" : "s", rate(promises), RunLog.seconds(sinceUntilLast(fewBegan, few)));
        return Findings.of(cluster, promises, List.of(), 0).settled(settled);
    }

    /**
     * With a relay that takes its time, as most do, so that not this machine but the number of workers is what counts.
     */
    Findings drainSlowly(int nodes) {
        var promises = new Promises(cluster, new Random(nodes));
        cluster.relay().thinkFor(THOUGHT);
        for (int each = 0; each < MEDIUM_BULKS; each++) {
            promises.post(promises.bulk(invitations * 8 / 100));
        }
        boolean settled = promises.awaitSettled();
        cluster.relay().thinkFor(Duration.ZERO);
        log.tell("  and %.0f mails a second with a relay that thinks for %d ms", rate(promises), THOUGHT.toMillis());
        return Findings.of(cluster, promises, List.of(), 0).settled(settled);
    }

    /** Mails a second, without the first and the last fifth, when not all workers have something to do. */
    private double rate(Promises promises) {
        var arrivals = promises.addresses().stream()
                .flatMap(address -> cluster.ledger().of(address).stream())
                .map(Ledger.Taken::at)
                .sorted()
                .toList();
        int fifth = arrivals.size() / 5;
        return 3e9 * fifth / (arrivals.get(4 * fifth) - arrivals.get(fifth));
    }

    private Duration sinceUntilLast(long began, Promises promises) {
        long last = promises.addresses().stream()
                .flatMap(address -> cluster.ledger().of(address).stream())
                .mapToLong(mail -> mail.at() - began)
                .max()
                .orElse(0);
        return Duration.ofNanos(last);
    }

    /** Bulks of 100 in turns with the relay there and away. */
    Findings post() {
        var promises = new Promises(cluster, new Random(0));
        var there = new ArrayList<Duration>();
        var away = new ArrayList<Duration>();
        int unansweredBefore = cluster.relay().unanswered();
        for (int round = 0; round < ROUNDS; round++) {
            there.add(promises.post(promises.bulk(100)).took());
            promises.awaitSettled();
            cluster.relay().goAway();
            away.add(promises.post(promises.bulk(100)).took());
            cluster.relay().comeBack();
        }
        log.tell(
                "POST of 100: %s with the relay, %s while it refuses (medians of %d each, in turns)",
                median(there), median(away), ROUNDS);
        boolean settled = promises.awaitSettled();
        return Findings.of(cluster, promises, List.of(), cluster.relay().unanswered() - unansweredBefore)
                .settled(settled);
    }

    /** In turns with and without a bound of 20 messages on each connection. */
    Findings boundConnections() {
        var promises = new Promises(cluster, new Random(0));
        var free = new ArrayList<Double>();
        var bound = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            free.add(rateOf(OptionalInt.empty()));
            bound.add(rateOf(OptionalInt.of(BOUND)));
        }
        double ratio = median(bound, Double::compare) / median(free, Double::compare);
        log.tell(
                "%.0f mails a second with %d messages on each connection, %.0f without a bound: %.2f (medians of %d, in turns)",
                median(bound, Double::compare), BOUND, median(free, Double::compare), ratio, ROUNDS);
        return Findings.of(cluster, promises, List.of(), 0);
    }

    private double rateOf(OptionalInt messages) {
        cluster.relay().endConnectionsAfter(messages);
        var promises = new Promises(cluster, new Random(0));
        promises.post(promises.bulk(invitations / BULKS));
        promises.awaitSettled();
        cluster.relay().endConnectionsAfter(OptionalInt.empty());
        return rate(promises);
    }

    /** Sixty people behind one over whom the relay always breaks off. */
    Findings poison() {
        var promises = new Promises(cluster, new Random(0));
        var bulk = promises.bulk(61);
        var poisoned = bulk.addresses().get(0);
        cluster.relay().breakOffOver(poisoned);
        long began = System.nanoTime();
        promises.post(bulk);
        Awaitility.await("everybody else")
                .atMost(Duration.ofMinutes(5))
                .until(() -> bulk.addresses().stream()
                                .filter(address -> !cluster.ledger().of(address).isEmpty())
                                .count()
                        == 60);
        var took = sinceUntilLast(began, promises);
        cluster.relay().breakOffOver("");
        log.tell("60 people behind one over whom the relay breaks off were mailed within %s", RunLog.seconds(took));
        boolean settled = promises.awaitSettled();
        return Findings.of(cluster, promises, List.of(), 0)
                .settled(settled)
                .answeredWrongly(took.compareTo(MAX_WAIT) > 0 ? 1 : 0);
    }

    /** Nothing to do, for longer than the watchdog's patience. */
    Findings stayIdle() {
        long dead = 0;
        for (long end = System.nanoTime() + IDLE.toNanos(); end - System.nanoTime() > 0; ) {
            Pause.of(Duration.ofSeconds(5));
            dead += cluster.nodes().stream()
                    .filter(node -> cluster.server(node).health("live").status() != 200)
                    .count();
        }
        log.tell("idle for %s: %d times not alive", RunLog.seconds(IDLE), dead);
        return Findings.of(cluster, new Promises(cluster, new Random(0)), List.of(), 0)
                .answeredWrongly(dead);
    }

    /** A relay that leaves one client without an answer holds up its lane only, and not for long. */
    Findings fallSilent() {
        var promises = new Promises(cluster, new Random(0));
        cluster.relay().fallSilentOnce();
        promises.post(promises.bulk(2_000));
        boolean settled = promises.awaitSettled();
        var silences = cluster.relay().silences();
        silences.forEach(silence -> log.tell("A relay that says nothing was waited for %s", RunLog.seconds(silence)));
        long tooLong = silences.stream()
                .filter(silence -> silence.compareTo(MAX_SILENCE) > 0)
                .count();
        return Findings.of(cluster, promises, List.of(), 0).settled(settled).answeredWrongly(tooLong);
    }

    private static String median(List<Duration> durations) {
        return median(durations, Duration::compareTo).toMillis() + " ms";
    }

    private static <T> T median(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList().get(values.size() / 2);
    }
}
