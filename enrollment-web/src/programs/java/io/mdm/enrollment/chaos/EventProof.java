package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/**
 * {@code mvn -Pchaos-events verify}: has tokens created, redeemed, revoked and expired on two nodes, lets nodes,
 * database, relay and the receiver of webhooks fail meanwhile, and compares what arrived with the database.
 *
 * <p>Ends with an exit code other than 0 when an event was lost, invented, untrue or out of order, when a request came
 * again with something else in it, when one held an address, a link or a code, or when too little happened.
 */
public final class EventProof {
    private static final RunLog LOG = RunLog.on(new PrintStream(System.out, true, UTF_8));

    private EventProof() {}

    public static void main(String[] arguments) throws IOException {
        int tokens = Integer.getInteger("chaos.invitations", 10_000);
        int runs = Integer.getInteger("chaos.runs", 1);
        long seed = Long.getLong("chaos.seed", new SecureRandom().nextInt());
        LOG.tell("-Dchaos.seed=%d -Dchaos.invitations=%d -Dchaos.runs=%d", seed, tokens, runs);
        boolean good = true;
        var directory = Path.of(System.getProperty("enrollment.war")).resolveSibling("chaos-events");
        var settings = Map.of("MDM_ENROLLMENT_WEBHOOKS_ALLOWED_HOSTS", "127.0.0.1");
        try (var cluster = new Cluster(directory, 2, settings)) {
            cluster.nodes().forEach(Node::start);
            cluster.nodes().forEach(Node::awaitUp);
            for (int run = 0; run < runs; run++) {
                LOG.tell("run with seed %d", seed + run);
                try (var havoc = new EventHavoc(cluster, seed + run, tokens, LOG)) {
                    good &= havoc.isSurvived();
                }
            }
        }
        LOG.tell(good ? "No event was lost or invented" : "NOT as promised");
        System.exit(good ? 0 : 1);
    }
}
