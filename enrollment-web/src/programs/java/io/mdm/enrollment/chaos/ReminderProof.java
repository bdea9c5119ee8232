package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * {@code mvn -Pchaos-reminders verify}: has reminders come due with three nodes, lets nodes, database and relay fail
 * while they are sent and people enroll, and counts at the relay.
 *
 * <p>Ends with an exit code other than 0 when somebody was forgotten, was reminded who had enrolled or had just been
 * mailed, was reminded twice, or when a mailing was promised twice.
 */
public final class ReminderProof {
    private static final RunLog LOG = RunLog.on(new PrintStream(System.out, true, UTF_8));

    private ReminderProof() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int invitations = Integer.getInteger("chaos.invitations", 10_000);
        int runs = Integer.getInteger("chaos.runs", 1);
        long seed = Long.getLong("chaos.seed", new SecureRandom().nextInt());
        LOG.tell("-Dchaos.seed=%d -Dchaos.invitations=%d -Dchaos.runs=%d", seed, invitations, runs);
        boolean good = true;
        try (var cluster =
                new Cluster(Path.of(System.getProperty("enrollment.war")).resolveSibling("chaos-reminders"))) {
            cluster.nodes().forEach(Node::start);
            cluster.nodes().forEach(Node::awaitUp);
            ReminderClaims.note(cluster.database());
            for (int run = 0; run < runs; run++) {
                LOG.tell("run with seed %d", seed + run);
                good &= new ReminderHavoc(cluster, seed + run, invitations, LOG).isSurvived();
            }
        }
        LOG.tell(good ? "Nobody was forgotten, and nobody reminded wrongly" : "NOT as promised");
        System.exit(good ? 0 : 1);
    }
}
