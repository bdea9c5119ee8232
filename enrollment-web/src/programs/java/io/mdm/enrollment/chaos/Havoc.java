package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One run: bulks for three nodes, and while they are delivered everything dies once, at moments that the seed decides.
 * Moments are told by how much has arrived, so that a slow machine meets them as well.
 */
final class Havoc {
    private static final int BULKS = 8;
    private static final int DATABASE_ERROR = 3002;
    private static final Duration LONG_OUTAGE = Duration.ofMinutes(1);
    private static final Duration PATIENCE_FOR_WORK = Duration.ofSeconds(40);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Random random;
    private final int invitations;
    private final RunLog log;
    private final Promises promises;
    private final LaneWatch watch;
    private final List<Reply> refusals = new ArrayList<>();

    Havoc(Cluster cluster, long seed, int invitations, RunLog log) {
        this.cluster = cluster;
        this.random = new Random(seed);
        this.invitations = invitations;
        this.log = log;
        this.promises = new Promises(cluster, random);
        this.watch = new LaneWatch(cluster);
    }

    Findings wreak() {
        try (watch) {
            return wreaked();
        }
    }

    private Findings wreaked() {
        int unansweredBefore = cluster.relay().unanswered();
        cluster.relay().lie(new Lies(random.nextLong()));
        during(this::breakRelay);
        during(this::refuseWrites);
        during(this::cutWire);
        during(this::crashDatabase);
        during(this::killInsidePost);
        during(this::killAll);
        during(this::stopInOrder);
        boolean settled = promises.awaitSettled();
        var wrong = refusals.stream()
                .filter(each -> !isRightWhileTheDatabaseIsAway(each))
                .count();
        cluster.nodes().forEach(Node::awaitUp);
        cluster.relay().speakTheTruth();
        return Findings.of(cluster, promises, watch.deaths(), cluster.relay().unanswered() - unansweredBefore)
                .settled(settled)
                .answeredWrongly(wrong);
    }

    /** All nodes are up and another bulk is promised; when some of it has arrived, the deed is done. */
    private void during(Runnable deed) {
        cluster.nodes().forEach(Node::awaitUp);
        awaitTakeOver();
        int arrived = cluster.ledger().recipients() + invitations / BULKS * (5 + random.nextInt(60)) / 100;
        promises.post(promises.bulk(invitations / BULKS));
        Awaitility.await("the moment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cluster.ledger().recipients() >= arrived);
        deed.run();
    }

    /** Or the time that it takes could not be told. */
    private void awaitTakeOver() {
        Awaitility.await("take-over").atMost(PATIENCE).until(watch::isOver);
    }

    private void crashDatabase() {
        var lanes = Death.allLanes(cluster);
        watch.add(new Death("database", allWorkers(), lanes));
        cluster.postgres().crash();
        var away = random.nextInt(3) == 0 ? LONG_OUTAGE : upTo(Duration.ofSeconds(8));
        log.tell("database killed with %d lanes under way, away for %s", lanes.size(), RunLog.seconds(away));
        var server = cluster.server(cluster.anyUp(random));
        var refusal = promises.bulk(1).postTo(server);
        Pause.of(away);
        cluster.postgres().startAgain();
        long back = System.nanoTime();
        promises.post(promises.bulk(1));
        refusals.add(refusal);
        log.tell(
                "  meanwhile a POST was answered %d/%d, and with 200 again %s after the database was back",
                refusal.status(), refusal.errorCode(), RunLog.seconds(Duration.ofNanos(System.nanoTime() - back)));
    }

    /** Told to come back, and when. */
    private static boolean isRightWhileTheDatabaseIsAway(Reply reply) {
        return reply.status() == 503
                && reply.errorCode() == DATABASE_ERROR
                && reply.headers().firstValue("Retry-After").isPresent();
    }

    private void breakRelay() {
        var away = upTo(Duration.ofSeconds(5));
        log.tell("relay breaks all connections and refuses new ones for %s", RunLog.seconds(away));
        cluster.relay().goAway();
        Pause.of(away);
        cluster.relay().comeBack();
    }

    /** As a database whose disk is full, or that has become a replica. What was being sent may be sent once more. */
    private void refuseWrites() {
        var away = upTo(Duration.ofSeconds(20));
        log.tell("database refuses writes for %s", RunLog.seconds(away));
        watch.add(new Death("database that cannot write", allWorkers(), Map.of()));
        cluster.postgres().refuseWrites();
        Pause.of(away);
        cluster.postgres().acceptWrites();
    }

    /** The node's packets get lost for longer than its heartbeat may be late. */
    private void cutWire() {
        var victim = anyBusy();
        var lanes = Death.lanesOf(victim, cluster);
        var away = Duration.ofSeconds(25).plus(upTo(Duration.ofSeconds(20)));
        log.tell("one node loses its database silently for %s, %d lanes under way", RunLog.seconds(away), lanes.size());
        watch.add(new Death("one node cut off", Death.WORKERS_OF_A_NODE, lanes));
        victim.wire().fallSilent();
        Pause.of(away);
        victim.wire().recover();
        long mended = System.nanoTime();
        Awaitility.await("readiness of the node that was cut off")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cluster.server(victim).isReady());
        log.tell("  it was ready again %s later", RunLog.seconds(Duration.ofNanos(System.nanoTime() - mended)));
    }

    private int allWorkers() {
        return cluster.nodes().size() * Death.WORKERS_OF_A_NODE;
    }

    private void killInsidePost() {
        var victim = anyBusy();
        var bulk = promises.bulk(invitations - (BULKS - 1) * (invitations / BULKS));
        var first = CompletableFuture.supplyAsync(() -> promises.tried(bulk, victim), work -> new Thread(work).start());
        Pause.of(upTo(Duration.ofMillis(200)));
        var lanes = killed(victim);
        boolean answered = first.join().isPresent();
        var promise = promises.post(bulk);
        log.tell(
                "kill -9 inside a POST of %d, %d lanes under way; %s; repeated elsewhere and answered within %s",
                bulk.addresses().size(),
                lanes,
                answered ? "answered before it died" : "no answer",
                RunLog.seconds(promise.took()));
    }

    private void killAll() {
        var lanes = Death.allLanes(cluster);
        cluster.nodes().forEach(Node::kill);
        watch.add(new Death("all nodes", allWorkers(), lanes));
        cluster.nodes().forEach(Node::start);
        log.tell("kill -9 of all nodes with %d lanes under way", lanes.size());
    }

    private int killed(Node victim) {
        var lanes = Death.lanesOf(victim, cluster);
        victim.kill();
        watch.add(new Death("one node", Death.WORKERS_OF_A_NODE, lanes));
        victim.start();
        return lanes.size();
    }

    private void stopInOrder() {
        var node = anyBusy();
        int lanes = Death.lanesOf(node, cluster).size();
        long began = System.nanoTime();
        node.stop();
        var took = Duration.ofNanos(System.nanoTime() - began);
        node.start();
        log.tell("SIGTERM with %d lanes under way: ended after %s", lanes, RunLog.seconds(took));
    }

    /** A node that has something to lose, if there is one soon. */
    private Node anyBusy() {
        try {
            return Awaitility.await("a busy node")
                    .atMost(PATIENCE_FOR_WORK)
                    .pollInterval(Duration.ofMillis(20))
                    .until(
                            () -> cluster.anyUp(random),
                            node -> !Death.lanesOf(node, cluster).isEmpty());
        } catch (ConditionTimeoutException idle) {
            return cluster.anyUp(random);
        }
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextInt((int) most.toMillis()));
    }
}
