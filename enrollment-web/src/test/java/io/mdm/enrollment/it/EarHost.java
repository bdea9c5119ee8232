package io.mdm.enrollment.it;

import io.mdm.enrollment.host.ear.CreatedBatches;
import io.mdm.enrollment.host.ear.Operations;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.SigningKeys;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A larger MDM server as an EAR: its own WAR and the module's, which share the API, on a database of its own. */
record EarHost(LocalPostgres postgres, ApplicationServer application) implements AutoCloseable {
    private static final String API = "/WEB-INF/lib/enrollment-api-.*\\.jar";
    private static final String APPLICATION = """
            <application xmlns="https://jakarta.ee/xml/ns/jakartaee" version="10">
              <initialize-in-order>true</initialize-in-order>
              <module><web><web-uri>module.war</web-uri><context-root>/enrollment</context-root></web></module>
              <module><ejb>host-events.jar</ejb></module>
              <module><web><web-uri>host.war</web-uri><context-root>/</context-root></web></module>
            </application>
            """;

    /** @param directory for its EAR */
    static EarHost start(Path directory) {
        var ear = directory.resolve("host.ear");
        archive().as(ZipExporter.class).exportTo(ear.toFile());
        var postgres = LocalPostgres.start();
        var database =
                Map.of("MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(), "MDM_ENROLLMENT_DB_PASSWORD", postgres.password());
        var files = Path.of(System.getProperty("it.directory"), "ear");
        return new EarHost(postgres, ApplicationServer.start(Ports.anyFree(), Map.of("/", ear), database, files));
    }

    /** The module's HTTP API. */
    EnrollmentServer administeredWith(SigningKeys keys) {
        return EnrollmentServer.at(application.root().resolve("/enrollment/"))
                .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                        .everyPermission()
                        .organizations("acme")
                        .signedBy(keys));
    }

    /** Result of a use case that the host carries out. */
    String carryOut(String operation, String parameters) {
        var server = EnrollmentServer.at(application.root());
        return server.post(Operations.PATH + operation + "?" + parameters).body();
    }

    Database database() {
        return new Database(postgres.dataSource());
    }

    @Override
    public void close() {
        application.close();
        postgres.close();
    }

    private static EnterpriseArchive archive() {
        var module = ShrinkWrap.create(ZipImporter.class, "module.war")
                .importFrom(Path.of(System.getProperty("enrollment.war")).toFile())
                .as(WebArchive.class);
        var ear = ShrinkWrap.create(EnterpriseArchive.class)
                .setApplicationXML(new StringAsset(APPLICATION))
                .addAsModules(module, war(), events());
        module.getContent(Filters.include(API)).forEach((path, jar) -> {
            ear.addAsLibrary(jar.getAsset(), name(path));
            module.delete(path);
        });
        return ear;
    }

    private static WebArchive war() {
        return ShrinkWrap.create(WebArchive.class, "host.war")
                .addPackage(Operations.class.getPackage())
                .deleteClass(CreatedBatches.class)
                .setWebXML(new StringAsset(Login.DESCRIPTOR))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static JavaArchive events() {
        return ShrinkWrap.create(JavaArchive.class, "host-events.jar")
                .addClass(CreatedBatches.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static String name(ArchivePath path) {
        return Path.of(path.get()).getFileName().toString();
    }
}
