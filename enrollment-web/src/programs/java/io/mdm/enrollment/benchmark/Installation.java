package io.mdm.enrollment.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.ServerEnvironment;
import io.mdm.enrollment.support.ServerStart;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A build on a server and a database of its own, and one caller who may do everything. */
final class Installation implements AutoCloseable {
    /** Of a server that has one gigabyte to itself. */
    static final List<String> JVM = List.of("-Xms1g", "-Xmx1g");

    private static final String KEY = "benchmark:YmVuY2htYXJrLW9ubHkta2V5LXRoaXJ0eS10d28tYnkh";
    /** The largest requests, again and again. */
    private static final Map<String, String> UNLIMITED =
            Map.of("MDM_ENROLLMENT_LIMITS_ORGANIZATION_HOURLY_RECIPIENTS", "1000000000");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LocalPostgres postgres;
    private final ApplicationServer application;
    private final EnrollmentServer server;

    private Installation(LocalPostgres postgres, ApplicationServer application, EnrollmentServer server) {
        this.postgres = postgres;
        this.application = application;
        this.server = server;
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
        var start = ServerStart.of(Ports.anyFree(), Map.of("/", build.war()), build.directory())
                .withJvmOptions(jvmOptions);
        var application = ApplicationServer.start(start, environment);
        var caller = DevelopmentJwt.of("benchmark@mdm.example", Instant.now())
                .everyPermission()
                .organizations("*")
                .signedBy(keys);
        return new Installation(
                postgres, application, EnrollmentServer.at(application.root()).as(caller));
    }

    LocalPostgres postgres() {
        return postgres;
    }

    ApplicationServer application() {
        return application;
    }

    Database database() {
        return new Database(postgres.dataSource());
    }

    /** A new connection, which ends with the database. */
    Connection connection() throws SQLException {
        return postgres.dataSource().getConnection();
    }

    /** A new organization. */
    Tenant tenant() {
        return new HostDirectory(database()).add(Tenant.any());
    }

    /** The body of a request for so many new recipients, invited by mail. */
    static byte[] bulk(Tenant tenant, int recipients) {
        var run = UUID.randomUUID().toString().substring(0, 8);
        var addresses = IntStream.range(0, recipients)
                .mapToObj(number -> tenant.address(run + "-" + number))
                .toList();
        return BulkBody.inviting(addresses)
                .with("displayName", "Laptops for the Madrid office")
                .with("emailText", "Please enroll your laptop before Monday.\nThe help desk is in room 12.")
                .json()
                .toString()
                .getBytes(UTF_8);
    }

    /** @throws IllegalStateException if it is not accepted */
    void post(Tenant tenant, byte[] bulk) throws IOException {
        var response = send(server, tenant, bulk);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
    }

    /** The status of its answer, whatever that is. */
    int status(Tenant tenant, byte[] bulk) throws IOException {
        return send(server, tenant, bulk).statusCode();
    }

    /** Sends it without a token, which is refused. */
    void postAsNobody(Tenant tenant, byte[] bulk) throws IOException {
        if (send(server.asNobody(), tenant, bulk).statusCode() != 401) {
            throw new IllegalStateException("accepted without a token");
        }
    }

    /** Paths of the personal links of so many new recipients, who are not mailed. */
    List<String> links(int recipients) {
        var tenant = tenant();
        var addresses = IntStream.range(0, recipients)
                .mapToObj(number -> tenant.address("reader-" + number))
                .toList();
        var bulk = server.postBulk(tenant, BulkBody.inviting(addresses).withoutMail());
        return server.reportOf(bulk).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> URI.create(item.getString("enrollmentLink")).getRawPath())
                .toList();
    }

    /**
     * Opens a page, whatever it shows.
     *
     * @throws IllegalStateException if there is none
     */
    void open(String path) throws IOException {
        int status = send(server.asNobody().request(path).GET()).statusCode();
        if (status >= 500) {
            throw new IllegalStateException("page answered " + status);
        }
    }

    private HttpResponse<String> send(EnrollmentServer caller, Tenant tenant, byte[] bulk) throws IOException {
        return send(caller.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(bulk)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }
}
