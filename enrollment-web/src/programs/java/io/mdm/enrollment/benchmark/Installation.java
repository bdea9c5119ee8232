package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.ServerEnvironment;
import io.mdm.enrollment.support.ServerStart;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A build on a server and a database of its own, and one caller who may do everything. */
final class Installation implements AutoCloseable {
    /** Mail workers that a node has by default. */
    static final int WORKERS = 8;

    private static final String KEY = "benchmark:YmVuY2htYXJrLW9ubHkta2V5LXRoaXJ0eS10d28tYnkh";
    private static final int WARM_UPS = 1_000;
    /** The largest requests, again and again. */
    private static final Map<String, String> UNLIMITED =
            Map.of("MDM_ENROLLMENT_LIMITS_ORGANIZATION_HOURLY_RECIPIENTS", "1000000000");

    private final boolean isFirst;
    private final LocalPostgres postgres;
    private final Nodes nodes;
    private final ApplicationServer application;
    private final Client client;

    private Installation(LocalPostgres postgres, Nodes nodes, ApplicationServer application, boolean isFirst) {
        this.isFirst = isFirst;
        this.postgres = postgres;
        this.nodes = nodes;
        this.application = application;
        this.client = new Client(EnrollmentServer.at(application.root()).as(nodes.caller()));
    }

    /** What the nodes of an installation have in common. */
    private record Nodes(Build build, Map<String, String> environment, List<String> jvmOptions, String caller) {

        ApplicationServer start(Path directory) throws IOException {
            Files.createDirectories(directory);
            var start = ServerStart.of(Ports.anyFree(), Map.of("/", build.war()), directory)
                    .withJvmOptions(jvmOptions);
            return ApplicationServer.start(start, environment);
        }
    }

    /**
     * Starts it with one gigabyte of heap, for requests only: mail is promised, and never sent. Its code has been
     * compiled as it is in a server that has run for a while.
     */
    static Installation withoutDelivery(Build build) throws IOException {
        var installation = delivering(build, Ports.anyFree(), 0);
        installation.warmUp();
        return installation;
    }

    private void warmUp() throws IOException {
        var tenant = tenant();
        var links = client.links(tenant, 100);
        for (int request = 0; request < WARM_UPS; request++) {
            client.post(tenant, Client.bulk(tenant, 1));
            client.post(tenant, Client.bulk(tenant, 100));
            client.postAsNobody(tenant, Client.bulk(tenant, 1));
            client.open(links.get(request % links.size()));
        }
    }

    /** Starts it with one gigabyte of heap, delivering mail to a relay at this port over so many connections. */
    static Installation delivering(Build build, int relayPort, int workers) throws IOException {
        var configuration = Map.of("MDM_ENROLLMENT_MAIL_WORKERS", Integer.toString(workers));
        return start(build, relayPort, configuration, List.of("-Xms1g", "-Xmx1g"));
    }

    /**
     * Starts it.
     *
     * @param relayPort where it delivers mails on this machine
     * @param configuration beyond what is necessary
     */
    static Installation start(Build build, int relayPort, Map<String, String> configuration, List<String> jvmOptions)
            throws IOException {
        Files.createDirectories(build.directory());
        var keys = SigningKeys.generate();
        var all = new HashMap<>(UNLIMITED);
        all.putAll(configuration);
        var postgres = LocalPostgres.durable("shared_buffers=1GB", "max_wal_size=4GB");
        var environment = new ServerEnvironment(
                        postgres,
                        relayPort,
                        "https://mdm.example",
                        KEY,
                        keys.writePublicPem(build.directory().resolve("public.pem")))
                .with(all);
        var caller = DevelopmentJwt.of("benchmark@mdm.example", Instant.now())
                .everyPermission()
                .organizations("*")
                .signedBy(keys);
        var nodes = new Nodes(build, environment, jvmOptions, caller);
        return new Installation(postgres, nodes, nodes.start(build.directory()), true);
    }

    /** Starts one more node on the same database, which has to end before this one. */
    Installation another(int number) throws IOException {
        return new Installation(
                postgres, nodes, nodes.start(nodes.build().directory().resolve("node" + number)), false);
    }

    LocalPostgres postgres() {
        return postgres;
    }

    Database database() {
        return new Database(postgres.dataSource());
    }

    /** A new connection, which ends with the database. */
    Connection connection() throws SQLException {
        return postgres.dataSource().getConnection();
    }

    /** Its caller. */
    Client client() {
        return client;
    }

    /** A new organization. */
    Tenant tenant() {
        return new HostDirectory(database()).add(Tenant.any());
    }

    long pid() {
        return application.pid();
    }

    /** Gives a command to the JVM of the server, as {@code jcmd} does. */
    void diagnose(String... arguments) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var command = new ArrayList<>(List.of(jcmd, Long.toString(pid())));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed");
        }
    }

    /** Ends this node and the database, if it is not {@link #another}. */
    @Override
    public void close() {
        application.close();
        if (isFirst) {
            postgres.close();
        }
    }
}
