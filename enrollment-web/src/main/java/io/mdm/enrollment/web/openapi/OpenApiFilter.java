package io.mdm.enrollment.web.openapi;

import io.mdm.enrollment.api.http.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completion of the OpenAPI document by servers, configured limits and version of the module, and its schemas in the
 * version of OpenAPI that the server publishes.
 *
 * <p>Not a bean: named in {@code mp.openapi.filter} and created by servers that have MicroProfile OpenAPI, which is
 * optional.
 */
public final class OpenApiFilter implements OASFilter {
    private static final String BULK = "/" + Paths.API + "/" + Paths.ENROLLMENT_TOKENS + "/bulk";

    private final List<Schema> schemas = new ArrayList<>();

    /** The server shows every schema before the document. */
    @Override
    public Schema filterSchema(Schema schema) {
        schemas.add(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (describesTheModule(document)) {
            new PublishedSchemas(schemas).writeTo(document);
            // the thread's own class loader is that of whichever application serves /openapi
            var config = ConfigProvider.getConfig(OpenApiFilter.class.getClassLoader());
            PublishedServers.of(config).writeTo(document);
            PublishedLimits.of(config).writeTo(document.getComponents());
            version().ifPresent(document.getInfo()::setVersion);
        }
    }

    /** False for the document of a host that embeds the module. */
    private static boolean describesTheModule(OpenAPI document) {
        return document.getPaths() != null && document.getPaths().hasPathItem(BULK);
    }

    /** Version of the enrollment-api jar; empty where the classes are in no jar. */
    private static Optional<String> version() {
        return Optional.ofNullable(Paths.class.getPackage().getImplementationVersion());
    }
}
