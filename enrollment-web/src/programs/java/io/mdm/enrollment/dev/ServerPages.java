package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.EnrollmentServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What Payara tells of the server to anybody but scripts of other origins. */
record ServerPages(EnrollmentServer server) implements Pages {
    private static final Map<String, String> TYPES =
            Map.of("/health", "application/json", "/metrics", "text/plain", "/openapi", "text/plain");

    @Override
    public Optional<Page> at(URI request) {
        var path = request.getPath();
        return Optional.ofNullable(TYPES.get(path)).map(type -> Page.text(type, told(path)));
    }

    private String told(String path) {
        return server.asNobody().get(path).body();
    }
}
