package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * One run: bulks for three nodes, and while they are delivered everything dies once, at moments that the seed decides. Moments are told
 * by how much has arrived, so that a slow machine meets them as well.
 */
final class Havoc {
    private static final int BULKS = 6;
    private static final int DATABASE_ERROR = 3002;
    private static final Duration LONG_OUTAGE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Random random;
    private final int invitations;
    private final Story story;
    private final Promises promises;
    private final List<Death> deaths = new ArrayList<>();
    private final List<Reply> refusals = new ArrayList<>();
    private final int arrivedBefore;

    Havoc(Cluster cluster, long seed, int invitations, Story story) {
        this.cluster = cluster;
        this.random = new Random(seed);
        this.invitations = invitations;
        this.story = story;
        this.promises = new Promises(cluster, random);
        this.arrivedBefore = cluster.ledger().recipients();
    }

    Findings wreak() {
        int unansweredBefore = cluster.relay().unanswered();
        cluster.relay().lie(new Lies(random.nextLong()));
        for (int each = 1; each < BULKS; each++) {
            promises.post(promises.bulk(invitations / BULKS));
        }
        cluster.relay().fallSilentOnce();
        at(10, 20, this::crashDatabase);
        at(25, 35, this::breakRelay);
        at(40, 45, this::killInsidePost);
        at(50, 60, this::kill);
        at(65, 70, this::stopInOrder);
        boolean settled = promises.awaitSettled();
        var wrong = refusals.stream()
                .filter(each -> !isRightWhileTheDatabaseIsAway(each))
                .count();
        cluster.nodes().forEach(Node::awaitUp);
        cluster.relay().speakTheTruth();
        return Findings.of(cluster, promises, deaths, cluster.relay().unanswered() - unansweredBefore)
                .settled(settled)
                .answeredWrongly(wrong);
    }

    /** When so many percent have arrived, somewhere between the two; or when everything has that ever will without help. */
    private void at(int from, int to, Runnable deed) {
        int arrived = invitations * (from + random.nextInt(to - from + 1)) / 100;
        Awaitility.await("the moment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> cluster.ledger().recipients() - arrivedBefore >= arrived);
        deed.run();
    }

    private void crashDatabase() {
        cluster.nodes().forEach(Node::awaitUp);
        var lanes = Death.allLanes(cluster);
        deaths.add(new Death(lanes, System.nanoTime()));
        cluster.postgres().crash();
        var away = random.nextInt(3) == 0 ? LONG_OUTAGE : upTo(Duration.ofSeconds(8));
        story.tell("database killed with %d lanes under way, away for %s", lanes.size(), Story.seconds(away));
        var server = cluster.server(cluster.anyUp(random));
        var refusal = promises.bulk(1).postTo(server);
        Pause.of(away);
        cluster.postgres().startAgain();
        long back = System.nanoTime();
        promises.post(promises.bulk(1));
        refusals.add(refusal);
        story.tell(
                "  meanwhile a POST was answered %d/%d, and with 200 again %s after the database was back",
                refusal.status(), refusal.errorCode(), Story.seconds(Duration.ofNanos(System.nanoTime() - back)));
    }

    /** Told to come back, and when. */
    private static boolean isRightWhileTheDatabaseIsAway(Reply reply) {
        return reply.status() == 503
                && reply.errorCode() == DATABASE_ERROR
                && reply.headers().firstValue("Retry-After").isPresent();
    }

    private void breakRelay() {
        var away = upTo(Duration.ofSeconds(5));
        story.tell("relay breaks all connections and refuses new ones for %s", Story.seconds(away));
        cluster.relay().goAway();
        Pause.of(away);
        cluster.relay().comeBack();
    }

    private void killInsidePost() {
        var victim = cluster.anyUp(random);
        var bulk = promises.bulk(invitations - (BULKS - 1) * (invitations / BULKS));
        var first = CompletableFuture.supplyAsync(() -> promises.tried(bulk, victim), work -> new Thread(work).start());
        Pause.of(upTo(Duration.ofMillis(200)));
        var lanes = killed(victim);
        boolean answered = first.join().isPresent();
        var promise = promises.post(bulk);
        story.tell(
                "kill -9 inside a POST of %d, %d lanes under way; %s; repeated elsewhere and answered within %s",
                bulk.addresses().size(),
                lanes,
                answered ? "answered before it died" : "no answer",
                Story.seconds(promise.took()));
    }

    private void kill() {
        story.tell("kill -9 with %d lanes under way", killed(cluster.anyUp(random)));
    }

    private int killed(Node victim) {
        var lanes = Death.lanesOf(victim, cluster);
        victim.kill();
        deaths.add(new Death(lanes, System.nanoTime()));
        victim.start();
        return lanes.size();
    }

    private void stopInOrder() {
        var node = cluster.anyUp(random);
        int lanes = Death.lanesOf(node, cluster).size();
        long began = System.nanoTime();
        node.stop();
        var took = Duration.ofNanos(System.nanoTime() - began);
        node.start();
        story.tell("SIGTERM with %d lanes under way: ended after %s", lanes, Story.seconds(took));
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(1 + random.nextInt((int) most.toMillis()));
    }
}
