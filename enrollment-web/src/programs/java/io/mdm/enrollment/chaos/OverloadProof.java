package io.mdm.enrollment.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * {@code mvn -Poverload verify}: sends half requests to a node with the shipped configuration and 512 MB of heap, and
 * measures how long others wait meanwhile.
 *
 * <p>Ends with an exit code other than 0 when somebody else is refused, or waits as long as for a sender that is given
 * up.
 */
public final class OverloadProof {
    private static final RunLog LOG = RunLog.on(new PrintStream(System.out, true, UTF_8));

    private OverloadProof() {}

    public static void main(String[] arguments) throws IOException {
        boolean good = true;
        try (var cluster =
                new Cluster(Path.of(System.getProperty("enrollment.war")).resolveSibling("overload"))) {
            var node = cluster.nodes().get(0);
            node.start();
            node.awaitUp();
            var host = new HostDirectory(cluster.database());
            var attacker = host.add(Tenant.any());
            var others = new OtherCallers(cluster.server(node), host.add(Tenant.any()));
            others.callFor(OtherCallers.A_WHILE); // the first calls take longer
            for (var half : HalfRequest.values()) {
                try (var senders = HalfRequests.sent(half, cluster.server(node), attacker)) {
                    var waits = others.callFor(OtherCallers.A_WHILE);
                    LOG.tell("%s, %d connections: %s", half, senders.count(), waits);
                    good &= waits.areShort() && node.isUp();
                }
            }
        }
        LOG.tell(good ? "Nobody was stopped" : "NOT as promised");
        System.exit(good ? 0 : 1);
    }
}
