package io.mdm.enrollment.it;

import io.mdm.enrollment.host.CreatedTokens;
import io.mdm.enrollment.host.HelpDesk;
import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
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

/** A larger MDM server with the module's jars in its own WAR, on a database of its own. */
record EmbeddingHost(LocalPostgres postgres, ApplicationServer application) implements AutoCloseable {
    private static final Path MODULE = Path.of(System.getProperty("enrollment.war"));

    /** @param directory for its WAR */
    static EmbeddingHost start(Path directory) {
        var postgres = LocalPostgres.start();
        var database =
                Map.of("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(), "MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
        var files = Path.of(System.getProperty("it.directory"), "embedded");
        return new EmbeddingHost(
                postgres, ApplicationServer.start(Ports.anyFree(), Map.of("/", war(directory)), database, files));
    }

    EnrollmentServer administeredWith(SigningKeys keys) {
        return EnrollmentServer.at(application.root())
                .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                        .everyPermission()
                        .organizations("acme")
                        .signedBy(keys));
    }

    /** What the host's own enrollment answers to a device. */
    Reply ask(String service, Request asked) {
        var server = EnrollmentServer.at(application.root());
        return server.send(server.request(service)
                .header("Content-Type", "application/soap+xml; charset=UTF-8")
                .POST(BodyPublishers.ofString(asked.xml())));
    }

    /** Has the host remind the people of a bulk request. */
    Reply remind(String batchId) {
        var server = EnrollmentServer.at(application.root());
        return server.send(server.request(HelpDesk.REMINDERS + "?" + batchId).POST(BodyPublishers.noBody()));
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }

    private static Path war(Path directory) {
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
}
