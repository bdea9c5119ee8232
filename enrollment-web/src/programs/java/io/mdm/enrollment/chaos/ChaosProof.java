package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvn -Pchaos verify}: delivers bulks with one, two and three nodes, then with everything failing, and counts at
 * the relay.
 *
 * <p>Ends with an exit code other than 0 when a mail is lost or sent more often than a failure explains, when a
 * repeated mail has another link or {@code Message-ID}, or when a report does not add up.
 */
public final class ChaosProof {
    private static final RunLog LOG = RunLog.on(new PrintStream(System.out, true, UTF_8));

    private ChaosProof() {}

    public static void main(String[] arguments) throws IOException {
        int invitations = Integer.getInteger("chaos.invitations", 10_000);
        int runs = Integer.getInteger("chaos.runs", 1);
        long seed = Long.getLong("chaos.seed", new SecureRandom().nextInt());
        LOG.tell("-Dchaos.seed=%d -Dchaos.invitations=%d -Dchaos.runs=%d", seed, invitations, runs);
        var findings = new ArrayList<Findings>();
        try (var cluster =
                new Cluster(Path.of(System.getProperty("enrollment.war")).resolveSibling("chaos"))) {
            var calm = new Calm(cluster, invitations, LOG);
            findings.addAll(calm(calm));
            for (int run = 0; run < runs; run++) {
                findings.add(havoc(cluster, seed + run, invitations));
            }
            findings.add(told(calm.stayIdle()));
        }
        boolean good = findings.stream().allMatch(Findings::areGood);
        LOG.tell(good ? "Nothing was lost" : "NOT as promised");
        System.exit(good ? 0 : 1);
    }

    private static List<Findings> calm(Calm calm) {
        var findings = new ArrayList<Findings>();
        int up = 0;
        for (var node : calm.cluster().nodes()) {
            node.start();
            node.awaitUp();
            findings.add(told(calm.drain(++up)));
            findings.add(told(calm.drainSlowly(up)));
        }
        findings.add(told(calm.boundConnections()));
        findings.add(told(calm.poison()));
        findings.add(told(calm.post()));
        findings.add(told(calm.fallSilent()));
        return findings;
    }

    private static Findings havoc(Cluster cluster, long seed, int invitations) {
        LOG.tell("run with seed %d", seed);
        return told(new Havoc(cluster, seed, invitations, LOG).wreak());
    }

    private static Findings told(Findings findings) {
        findings.tell(LOG);
        return findings;
    }
}
