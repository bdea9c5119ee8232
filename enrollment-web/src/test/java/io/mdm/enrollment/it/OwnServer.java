package io.mdm.enrollment.it;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.ServerStart;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A server on a database of its own, beside the one that most tests share.
 *
 * @param relayPort where it looks for its mail relay: nobody listens there but whom a test starts
 * @param administrator may do everything
 */
record OwnServer(LocalPostgres postgres, ApplicationServer application, int relayPort, EnrollmentServer administrator)
        implements AutoCloseable {
    private static final Path WAR = Path.of(System.getProperty("enrollment.war"));

    /**
     * Starts it.
     *
     * @param name of the directory of its files
     * @param environment what is configured otherwise than for the shared server
     */
    static OwnServer start(String name, SigningKeys keys, Map<String, String> environment) {
        var postgres = LocalPostgres.start();
        return start(
                postgres,
                postgres.jdbcUrl(),
                keys,
                environment,
                configured -> ApplicationServer.start(Ports.anyFree(), Map.of("/", WAR), configured, files(name)));
    }

    /**
     * Starts it with something between it and its database.
     *
     * @param postgres closed with the server
     * @param databaseUrl of the way in between
     */
    static OwnServer startBehind(String name, SigningKeys keys, LocalPostgres postgres, String databaseUrl) {
        return start(
                postgres,
                databaseUrl,
                keys,
                Map.of(),
                configured -> ApplicationServer.start(Ports.anyFree(), Map.of("/", WAR), configured, files(name)));
    }

    /** Starts it with few connections to the database, beside those that its server keeps. */
    static OwnServer startWithFewConnections(String name, SigningKeys keys, int connections) {
        var postgres = LocalPostgres.start();
        return start(
                postgres,
                postgres.jdbcUrl(),
                keys,
                Map.of(),
                configured -> ApplicationServer.start(
                        ServerStart.of(Ports.anyFree(), Map.of("/", WAR), files(name))
                                .withConnections(
                                        connections + ServerProduct.chosen().connectionsKept()),
                        configured));
    }

    private static OwnServer start(
            LocalPostgres postgres,
            String databaseUrl,
            SigningKeys keys,
            Map<String, String> environment,
            Start start) {
        int relayPort = Ports.anyFree();
        var configured = new HashMap<>(environment);
        configured.put("MDM_ENROLLMENT_DB_URL", databaseUrl);
        configured.put("MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
        configured.put("MDM_ENROLLMENT_MAIL_PORT", Integer.toString(relayPort));
        var application = start.with(configured);
        var administrator = EnrollmentServer.at(application.root())
                .as(DevelopmentJwt.of("admin@own.example", Instant.now())
                        .everyPermission()
                        .organizations("*")
                        .signedBy(keys));
        return new OwnServer(postgres, application, relayPort, administrator);
    }

    private static Path files(String name) {
        return Path.of(System.getProperty("it.directory"), name);
    }

    HostDirectory host() {
        return new HostDirectory(new Database(postgres.dataSource()));
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }

    @FunctionalInterface
    private interface Start {
        ApplicationServer with(Map<String, String> environment);
    }
}
