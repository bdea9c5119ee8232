package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.architecture.ProjectFiles;
import io.mdm.enrollment.host.HelpDesk;
import io.mdm.enrollment.host.HostErrorPage;
import io.mdm.enrollment.host.SignInPage;
import io.mdm.enrollment.host.SoapMessages.Request;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.ApplicationServer;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import java.io.File;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A larger MDM server with the module's jars in its own WAR, on a database of its own. */
record EmbeddingHost(LocalPostgres postgres, ApplicationServer application) implements AutoCloseable {
    /** Path of the module in the documented {@code web.xml}. */
    static final String MODULE_PATH = "windows/";

    /** Path of the API below it: another one than in the documentation, which says that it is free. */
    static final String API = "api";

    private static final Path MODULE = Path.of(System.getProperty("enrollment.war"));
    private static final String WEB_XML = "docs/examples/host/.*/web\\.xml";
    private static final String SCAN = "mp.openapi.scan.exclude.packages=io.mdm.enrollment.web";
    private static final String ERROR_PAGE = "<error-page><location>" + HostErrorPage.PATH + "</location></error-page>";

    /** @param directory for its WAR */
    static EmbeddingHost start(Path directory) {
        var postgres = LocalPostgres.start();
        var environment = Map.of(
                "MDM_ENROLLMENT_DB_URL", postgres.jdbcUrl(),
                "MDM_ENROLLMENT_DB_PASSWORD", postgres.password(),
                "MDM_ENROLLMENT_LINK_BASE_URL", "https://mdm.example/windows");
        var files = Path.of(System.getProperty("it.directory"), "embedded");
        return new EmbeddingHost(
                postgres, ApplicationServer.start(Ports.anyFree(), Map.of("/", war(directory)), environment, files));
    }

    /** The module, for an administrator of one organization. */
    EnrollmentServer administeredWith(SigningKeys keys) {
        return EnrollmentServer.at(application.root().resolve(MODULE_PATH), API)
                .as(DevelopmentJwt.of("admin@acme.example", Instant.now())
                        .everyPermission()
                        .organizations("acme")
                        .signedBy(keys));
    }

    Database database() {
        return new Database(postgres.dataSource());
    }

    /** The host's sign-in page, as Windows opens it after a deep link. */
    Reply signIn(String username, String accessToken) {
        return EnrollmentServer.at(application.root())
                .get(SignInPage.PATH + "?appru=ms-app%3A%2F%2Fwindows.immersivecontrolpanel&login_hint="
                        + URLEncoder.encode(username, UTF_8) + "&accesstoken=" + accessToken);
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
                .addPackage(HostErrorPage.class.getPackage())
                .addAsResource(HostErrorPage.class.getPackage(), "V1__host.sql", "db/migration/V1__host.sql")
                .addAsResource(EmptyAsset.INSTANCE, "db/migration/flyway.location")
                .addAsResource(new StringAsset(SCAN), "META-INF/microprofile-config.properties")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .setWebXML(new StringAsset(documentedWebXml()))
                .addAsLibrary(
                        new File(MODULE.resolveSibling("enrollment-classes.jar").toString()));
        module.getContent(Filters.include("/WEB-INF/lib/.*\\.jar"))
                .forEach((path, jar) -> host.add(jar.getAsset(), path.get()));
        host.as(ZipExporter.class).exportTo(war.toFile());
        return war;
    }

    /** The one of the documentation, with the host's own error page and path of the API. */
    private static String documentedWebXml() {
        return ProjectFiles.text(ProjectFiles.matching(WEB_XML).get(0))
                .replace("/windows/v1/*", "/" + MODULE_PATH + API + "/*")
                .replace("</web-app>", ERROR_PAGE + "</web-app>");
    }
}
