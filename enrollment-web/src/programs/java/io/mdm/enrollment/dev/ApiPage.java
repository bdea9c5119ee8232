package io.mdm.enrollment.dev;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The page that {@code mvn -Papi-page} puts into the WAR, as a WAR of its own: the one that ships stays without it. */
final class ApiPage {
    private ApiPage() {}

    /** Writes the WAR and says where it is. */
    static Path writtenTo(Path directory) throws IOException {
        var page = Files.readString(Path.of(System.getProperty("api.page")))
                .replace("${swagger-ui.version}", System.getProperty("swagger-ui.version"));
        var war = directory.resolve("api.war");
        ShrinkWrap.create(WebArchive.class)
                .add(new StringAsset(page), "index.html")
                .addAsLibrary(new File(System.getProperty("swagger-ui.jar")))
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }
}
