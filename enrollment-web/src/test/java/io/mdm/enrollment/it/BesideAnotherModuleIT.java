package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.PayaraMicro;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Drivers.class)
class BesideAnotherModuleIT {

    @Test
    void works_under_any_context_root_and_leaves_its_neighbor_alone(
            @TempDir Path directory, SigningKeys keys, Inbox inbox) {
        var files = Path.of(System.getProperty("it.directory"), "beside-another-module");
        var wars = Map.of(
                "/organizations/windows",
                Path.of(System.getProperty("enrollment.war")),
                "/neighbor",
                neighbor(directory));
        try (var postgres = LocalPostgres.start();
                var payara = PayaraMicro.start(Ports.anyFree(), wars, databaseOf(postgres), files)) {
            var server = EnrollmentServer.at(payara.root().resolve("organizations/windows/"))
                    .as(administrator(keys));

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
    }

    private static Path neighbor(Path directory) {
        Path war = directory.resolve("neighbor.war");
        ShrinkWrap.create(WebArchive.class)
                .addAsWebResource(new StringAsset("the neighbor's"), "index.html")
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    /** The rest of the configuration is inherited. */
    private static Map<String, String> databaseOf(LocalPostgres postgres) {
        return Map.of("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(), "MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
    }

    private static String administrator(SigningKeys keys) {
        return DevelopmentJwt.of("admin@acme.example", Instant.now())
                .everyPermission()
                .organizations("acme")
                .signedBy(keys);
    }
}
