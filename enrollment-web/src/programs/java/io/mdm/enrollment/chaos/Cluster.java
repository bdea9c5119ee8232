package io.mdm.enrollment.chaos;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.LoopbackForwarder;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.ServerEnvironment;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;

/** Some nodes on one database and one relay, none of them running at first but the last two. */
final class Cluster implements AutoCloseable {
    private static final String KEY = "chaos:Y2hhb3Mtb25seS1rZXktb2YtdGhpcnR5LXR3by1ieXRlcyE=";
    private static final Duration START = Duration.ofMinutes(4);

    private final LocalPostgres postgres = LocalPostgres.start();
    private final Ledger ledger = new Ledger();
    private final CountingRelay relay = new CountingRelay(ledger, Ports.anyFree());
    private final EnrollmentServer caller;
    private final List<Node> nodes = new ArrayList<>();

    /** Of three nodes. */
    Cluster(Path directory) throws IOException {
        this(directory, 3, Map.of());
    }

    /** @param settings of the nodes, beyond what they need */
    Cluster(Path directory, int size, Map<String, String> settings) throws IOException {
        // a test database may lose its last commits in a crash; here it must not
        database().update("alter database enrollment set synchronous_commit to on");
        Files.createDirectories(directory);
        var keys = SigningKeys.generate();
        var publicPem = keys.writePublicPem(directory.resolve("public.pem"));
        var environment =
                new ServerEnvironment(postgres, relay.port(), "https://mdm.example", KEY, publicPem).with(settings);
        for (int number = 1; number <= size; number++) {
            var wire = LoopbackForwarder.to(postgres.port());
            var wired = new HashMap<>(environment);
            wired.computeIfPresent("MDM_ENROLLMENT_DB_URL", (key, url) -> wire.url(url));
            nodes.add(new Node(directory.resolve("node-" + number), wired, wire));
        }
        caller = EnrollmentServer.at(URI.create("http://127.0.0.1/"))
                .as(DevelopmentJwt.of("chaos@mdm.example", Instant.now())
                        .validFor(Duration.ofDays(1))
                        .everyPermission()
                        .organizations("*")
                        .signedBy(keys));
    }

    LocalPostgres postgres() {
        return postgres;
    }

    Database database() {
        return new Database(postgres.dataSource());
    }

    Ledger ledger() {
        return ledger;
    }

    CountingRelay relay() {
        return relay;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** One of those that are up, after waiting until there is one. */
    Node anyUp(Random random) {
        var up = Awaitility.await("a node that is up")
                .atMost(START)
                .until(() -> nodes.stream().filter(Node::isUp).toList(), those -> !those.isEmpty());
        return up.get(random.nextInt(up.size()));
    }

    /** A node as the one caller sees it, who may do everything. */
    EnrollmentServer server(Node node) {
        return node.asSeenBy(caller);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        relay.close();
        postgres.close();
    }
}
