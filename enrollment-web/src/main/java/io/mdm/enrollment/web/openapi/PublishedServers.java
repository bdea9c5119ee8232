package io.mdm.enrollment.web.openapi;

import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.web.config.Configuration;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.servers.Server;

/**
 * Servers of the document: the context root for the API, the link base for the pages behind personal links.
 *
 * @param configured whether the operator configured the servers of the API
 * @param linkBase without a slash at the end
 */
record PublishedServers(boolean configured, URI linkBase) {

    static PublishedServers of(Config config) {
        boolean configured =
                config.getOptionalValue("mp.openapi.servers", String.class).isPresent();
        return new PublishedServers(configured, Configuration.linkBase(config));
    }

    void writeTo(OpenAPI document) {
        if (!configured && document.getServers() != null) {
            document.setServers(contextRoots(document.getServers()));
        }
        var pages = server(linkBase.toString(), "Link base: the address with which personal links begin");
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/" + Paths.ENROLL)) {
                item.setServers(List.of(pages));
            }
        });
    }

    /** The servers that the container wrote, without scheme, host and port, which a proxy replaces by its own. */
    private static List<Server> contextRoots(List<Server> written) {
        return written.stream()
                .map(server -> URI.create(server.getUrl()).getPath())
                .map(path -> path.isEmpty() ? "/" : path)
                .distinct()
                .map(path -> server(path, "Context root of the module"))
                .toList();
    }

    private static Server server(String url, String description) {
        return OASFactory.createServer().url(url).description(description);
    }
}
