package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApiDocument;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BesideAnotherModuleIT {
    private static final String CONTEXT_ROOT = "/organizations/windows";

    private final LocalPostgres postgres = LocalPostgres.start();
    private ApplicationServer application;
    private EnrollmentServer server;

    @BeforeAll
    void start(@TempDir Path directory, SigningKeys keys) {
        var files = Path.of(System.getProperty("it.directory"), "beside-another-module");
        var wars =
                Map.of(CONTEXT_ROOT, Path.of(System.getProperty("enrollment.war")), "/neighbor", neighbor(directory));
        application = ApplicationServer.start(Ports.anyFree(), wars, configuration(), files);
        server = EnrollmentServer.at(application.root().resolve(CONTEXT_ROOT + "/"))
                .as(administrator(keys));
    }

    @AfterAll
    void stop() {
        application.close();
        postgres.close();
    }

    @Test
    void works_under_any_context_root_and_leaves_its_neighbor_alone(Inbox inbox) {
        var reply = server.postBulk("acme", """
                {"sendEmail": true, "userEmails": ["neighbor@beside.example"]}""");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.header("Content-Location"))
                .startsWith(server.bulks("acme").getPath() + "/");
        assertThat(server.report(reply.header("Content-Location")).data().getInt("success"))
                .isEqualTo(1);
        assertThat(inbox.awaitMailTo("neighbor@beside.example").link()).startsWith("https://mdm.example/enroll/");
        assertThat(server.get("/neighbor/index.html").body()).isEqualTo("the neighbor's");
        assertThat(server.get("/neighbor/nowhere").body()).doesNotContain("\"status\"");
    }

    @Test
    void the_neighbor_keeps_its_own_login() {
        Login.assertKept(server, "/neighbor/");
    }

    @Test
    void the_published_description_has_the_context_root_and_the_configured_limits() {
        var published = ApiDocument.parse(server.get("/openapi").body());

        assertThat(published.addresses()).contains(CONTEXT_ROOT + "/enroll/{token}");
        assertThat(published.statements())
                .doesNotContainKey("/servers/1/url")
                .hasEntrySatisfying(
                        pageServer(published), url -> assertThat(url).isEqualTo("https://mdm.example"))
                .containsEntry("/components/schemas/UserEmails/maxItems", "3")
                .containsEntry("/components/schemas/EmailText/maxLength", "500")
                .containsEntry("/components/schemas/DurationSeconds/minimum", "600")
                .containsEntry("/components/schemas/DurationSeconds/maximum", "604800")
                .hasEntrySatisfying(
                        "/components/parameters/IdempotencyKey/description",
                        text -> assertThat(text).contains("within 48 hours"))
                .hasEntrySatisfying(
                        "/components/responses/BulkTooLarge/description",
                        text -> assertThat(text).contains("larger than 2048 bytes"));
    }

    private static String pageServer(ApiDocument published) {
        return published.statements().keySet().stream()
                .filter(where -> where.endsWith("/enroll/{token}/servers/0/url"))
                .findAny()
                .orElseThrow();
    }

    private static Path neighbor(Path directory) {
        Path war = directory.resolve("neighbor.war");
        ShrinkWrap.create(WebArchive.class)
                .addAsWebResource(new StringAsset("the neighbor's"), "index.html")
                .setWebXML(new StringAsset(Login.DESCRIPTOR))
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    /** The rest is inherited. */
    private Map<String, String> configuration() {
        return Map.of(
                "MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(),
                "MDM_ENROLLMENT_DB_PASSWORD", postgres.password(),
                "MDM_ENROLLMENT_LIMITS_RECIPIENTS", "3",
                "MDM_ENROLLMENT_LIMITS_BODY_BYTES", "2048",
                "MDM_ENROLLMENT_LIMITS_EMAIL_TEXT", "500",
                "MDM_ENROLLMENT_LIMITS_DURATION_MIN", "600",
                "MDM_ENROLLMENT_LIMITS_DURATION_MAX", "604800",
                "MDM_ENROLLMENT_RETENTION_IDEMPOTENCY_HOURS", "48");
    }

    private static String administrator(SigningKeys keys) {
        return DevelopmentJwt.of("admin@acme.example", Instant.now())
                .everyPermission()
                .organizations("acme")
                .signedBy(keys);
    }
}
