package io.mdm.enrollment.dev;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The page that {@code mvn -Papi-page} puts into the WAR, as a WAR of its own: the one that ships stays without it.
 *
 * <p>It is authorized with the administrator's token by {@code /api} of the start page, which answers to no name but
 * its own; the token is in the fragment of the address, which is sent to no server.
 *
 * @param address of the WAR's page
 */
record ApiPage(URI address, String administrator) implements Pages {
    private static final String START = "SwaggerUIBundle({";

    private static final String AUTHORIZED_START = """
            const [, token] = location.hash.match(/^#token=(.+)/) ?? [];
            if (token !== undefined) {
              history.replaceState(null, "", location.pathname);
            }
            const ui = SwaggerUIBundle({onComplete: () => token && ui.preauthorizeApiKey("bearer", token),\s""";

    /** Writes the WAR and says where it is. */
    static Path writtenTo(Path directory) throws IOException {
        var page = Files.readString(Path.of(System.getProperty("api.page")))
                .replace("${swagger-ui.version}", System.getProperty("swagger-ui.version"))
                .replace(START, AUTHORIZED_START);
        var war = directory.resolve("api.war");
        ShrinkWrap.create(WebArchive.class)
                .add(new StringAsset(page), "index.html")
                .addAsLibrary(new File(System.getProperty("swagger-ui.jar")))
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    @Override
    public Optional<Page> at(URI request) {
        return request.getPath().equals("/api")
                ? Optional.of(Page.elsewhere(URI.create(address + "#token=" + administrator)))
                : Optional.empty();
    }
}
