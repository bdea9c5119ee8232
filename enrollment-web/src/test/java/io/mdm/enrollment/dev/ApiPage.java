package io.mdm.enrollment.dev;

import java.io.File;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Swagger UI over what the server says of its API, as a WAR of its own: the one that ships stays without it.
 *
 * <p>Read from the system property {@code swagger-ui.jar}, where the library is.
 */
final class ApiPage {
    private static final String VERSIONS = "META-INF/resources/webjars/swagger-ui";
    private static final String INITIALIZER = """
            window.onload = () => {
              window.ui = SwaggerUIBundle({
                url: "/openapi?format=JSON",
                dom_id: "#swagger-ui",
                deepLinking: true,
                persistAuthorization: true,
                validatorUrl: "none",
              });
            };
            """;

    private ApiPage() {}

    /** Writes the WAR and says where it is. */
    static Path writtenTo(Path directory) {
        var library = ShrinkWrap.createFromZipFile(JavaArchive.class, new File(System.getProperty("swagger-ui.jar")));
        var page = ShrinkWrap.create(WebArchive.class);
        library.get(VERSIONS).getChildren().stream()
                .flatMap(version -> version.getChildren().stream())
                .filter(file -> file.getAsset() != null)
                .forEach(file -> page.add(file.getAsset(), name(file)));
        page.delete("swagger-initializer.js");
        page.add(new StringAsset(INITIALIZER), "swagger-initializer.js");
        var war = directory.resolve("api.war");
        page.as(ZipExporter.class).exportTo(war.toFile(), true);
        return war;
    }

    private static String name(Node file) {
        var path = file.getPath().get();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
