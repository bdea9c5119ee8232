package io.mdm.enrollment.it;

import static io.mdm.enrollment.host.SoapMessages.ENROLLMENT_SERVICE;
import static io.mdm.enrollment.host.SoapMessages.POLICY_SERVICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.host.CreatedTokens;
import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.PayaraMicro;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import java.io.File;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The module's jars in the WAR of a larger server, which has beans of its own. */
@ExtendWith(Drivers.class)
class EmbeddedIT {
    private static final Path MODULE = Path.of(System.getProperty("enrollment.war"));

    @Test
    void a_host_hears_of_tokens_verifies_and_redeems_them_in_process(
            @TempDir Path directory, SigningKeys keys, Inbox inbox) {
        var files = Path.of(System.getProperty("it.directory"), "embedded");
        try (var postgres = LocalPostgres.start();
                var payara =
                        PayaraMicro.start(Ports.anyFree(), Map.of("/", host(directory)), database(postgres), files)) {
            var server = EnrollmentServer.at(payara.root())
                    .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                            .everyPermission()
                            .organizations("acme")
                            .signedBy(keys));
            server.postBulk("acme", "{\"sendEmail\":true,\"userEmails\":[\"ana@embedded.example\"]}");
            var link = inbox.awaitMailTo("ana@embedded.example").link();

            var device = new Request(link.substring(link.lastIndexOf('/') + 1), "Surface of Ana");
            assertThat(ask(server, POLICY_SERVICE, device).body()).contains("<GetPoliciesResponse/>");
            assertThat(ask(server, ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
            assertThat(ask(server, ENROLLMENT_SERVICE, device).status()).isEqualTo(200);
            assertThat(ask(server, POLICY_SERVICE, device).body()).contains("USED");
            var another = new Request(device.securityToken(), "somebody else's");
            assertThat(ask(server, ENROLLMENT_SERVICE, another).body()).contains("USED");
            assertThat(server.open(link).status()).isEqualTo(410);
        }
    }

    private static Reply ask(EnrollmentServer server, String service, Request asked) {
        return server.send(server.asNobody()
                .request(service)
                .header("Content-Type", "application/soap+xml; charset=UTF-8")
                .POST(BodyPublishers.ofString(asked.xml())));
    }

    private static Path host(Path directory) {
        var war = directory.resolve("host.war");
        var module = ShrinkWrap.createFromZipFile(WebArchive.class, MODULE.toFile());
        var host = ShrinkWrap.create(WebArchive.class)
                .addPackage(CreatedTokens.class.getPackage())
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsLibrary(
                        new File(MODULE.resolveSibling("enrollment-classes.jar").toString()));
        module.getContent(Filters.include("/WEB-INF/lib/.*\\.jar"))
                .forEach((path, jar) -> host.add(jar.getAsset(), path.get()));
        host.as(ZipExporter.class).exportTo(war.toFile());
        return war;
    }

    private static Map<String, String> database(LocalPostgres postgres) {
        return Map.of("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(), "MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
    }
}
