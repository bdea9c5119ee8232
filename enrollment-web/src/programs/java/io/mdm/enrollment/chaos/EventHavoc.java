package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.HostDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;

/**
 * One run: while tokens are created and used, and the receiver of webhooks refuses and forgets requests, everything
 * dies, in the order and at the moments that the seed decides. Then all is calm until nothing is left to be delivered.
 */
final class EventHavoc implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MAX_REQUESTS_BETWEEN = 15;

    private final Cluster cluster;
    private final Database database;
    private final Random random;
    private final int tokens;
    private final RunLog log;
    private final Promises promises;
    private final TokenFates fates;
    private final EventSecrets secrets = new EventSecrets();
    private final EventReceiver receiver = new EventReceiver();
    private final EarlyRetries retries;
    private final EventCalm calm;
    private final String webhook;
    private int kills;

    EventHavoc(Cluster cluster, long seed, int tokens, RunLog log) {
        this.cluster = cluster;
        this.database = cluster.database();
        this.random = new Random(seed);
        this.tokens = tokens;
        this.log = log;
        this.promises = new Promises(cluster, new Random(random.nextLong()));
        this.fates = new TokenFates(cluster, promises.tenant(), new Random(random.nextLong()));
        this.retries = new EarlyRetries(cluster);
        this.calm = new EventCalm(cluster, promises);
        this.webhook = new HostDirectory(database).addWebhook(promises.tenant(), receiver.url(), receiver.secret());
    }

    /** Whether everything was as promised, which is printed. */
    boolean isSurvived() {
        var traffic = new TokenTraffic(cluster, promises, fates, secrets, new Random(random.nextLong()));
        cluster.relay().lie(new Lies(random.nextLong()).refusingSome());
        receiver.failAs(new ReceiverFaults(random.nextLong()));
        var requests = CompletableFuture.runAsync(() -> traffic.run(tokens), work -> new Thread(work).start());
        deeds().forEach(deed -> during(deed, requests));
        requests.join();
        cluster.nodes().forEach(Node::awaitUp);
        cluster.relay().speakTheTruth();
        receiver.recover();
        log.tell("calm after %d kills", kills);
        var began = Instant.now();
        boolean settled = calm.awaitSettled(webhook);
        var verdict = new EventVerdict(database, promises, fates, receiver.ledger(), secrets, log);
        boolean right = verdict.isRight(cluster.ledger(), traffic.created(), EventFloor.of(tokens), began);
        boolean replayed = calm.isReplayed(webhook, fates) && verdict.isNothingForgotten(cluster.ledger());
        log.tell("  settled: %s; forgotten ones replayed: %s", settled ? "yes" : "NO", replayed ? "yes" : "NO");
        return settled && right && replayed;
    }

    private List<Runnable> deeds() {
        var deeds = new ArrayList<Runnable>(List.of(
                this::killSender,
                this::killSender,
                this::killAll,
                this::crashDatabase,
                this::crashDatabase,
                this::refuseWrites,
                this::cutWire,
                this::killReceiver,
                this::killReceiver,
                this::breakRelay));
        Collections.shuffle(deeds, random);
        return deeds;
    }

    /** All nodes are up and some more requests have arrived; then, during the next one, the deed is done. */
    private void during(Runnable deed, CompletableFuture<Void> traffic) {
        cluster.nodes().forEach(Node::awaitUp);
        int arrived = receiver.ledger().requests() + 1 + random.nextInt(MAX_REQUESTS_BETWEEN);
        Awaitility.await("the moment")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> traffic.isDone() || (receiver.ledger().requests() >= arrived && receiver.isBusy()));
        deed.run();
    }

    /** The node that is delivering, if one is. */
    private void killSender() {
        var picked =
                database.texts("select picked_by from enrollment.webhook_tasks where task_name = 'webhook' and picked");
        var sending = cluster.nodes().stream()
                .filter(Node::isUp)
                .filter(node -> picked.stream().anyMatch(by -> by.contains("/" + node.pid() + "/")))
                .findFirst();
        log.tell("kill -9 of %s", sending.isPresent() ? "the node that delivers" : "a node");
        kill(sending.orElseGet(() -> cluster.anyUp(random)));
    }

    private void killAll() {
        log.tell("kill -9 of all nodes");
        cluster.nodes().forEach(this::kill);
    }

    private void kill(Node victim) {
        victim.kill();
        kills++;
        victim.start();
    }

    private void crashDatabase() {
        cluster.postgres().crash();
        kills++;
        pause("database killed, away", Duration.ofSeconds(8));
        cluster.postgres().startAgain();
    }

    private void refuseWrites() {
        cluster.postgres().refuseWrites();
        pause("database refuses writes", Duration.ofSeconds(15));
        cluster.postgres().acceptWrites();
    }

    /** For longer than its heartbeat may be late, so that another node takes over what it still delivers. */
    private void cutWire() {
        var victim = cluster.anyUp(random);
        victim.wire().fallSilent();
        pause("one node loses its database silently, 25 s and", Duration.ofSeconds(15), Duration.ofSeconds(25));
        victim.wire().recover();
        Awaitility.await("readiness of the node that was cut off")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> cluster.server(victim).isReady());
    }

    private void killReceiver() {
        receiver.die();
        kills++;
        pause("receiver killed, away", Duration.ofSeconds(20));
        receiver.comeBack();
    }

    private void breakRelay() {
        cluster.relay().goAway();
        pause("relay breaks all connections and refuses new ones", Duration.ofSeconds(5));
        cluster.relay().comeBack();
    }

    private void pause(String what, Duration most) {
        pause(what, most, Duration.ZERO);
    }

    private void pause(String what, Duration most, Duration more) {
        var time = Duration.ofMillis(1 + random.nextInt((int) most.toMillis()));
        log.tell("%s for %s", what, RunLog.seconds(time));
        Pause.of(time.plus(more));
    }

    @Override
    public void close() {
        retries.close();
        fates.close();
        database.update("delete from mdm.webhook where id = ?", webhook);
        receiver.close();
    }
}
