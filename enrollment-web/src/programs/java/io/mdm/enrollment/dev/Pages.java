package io.mdm.enrollment.dev;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Some of what the start page's server shows or takes. */
interface Pages {

    /** @param request path and query */
    Optional<Page> at(URI request);

    /** The answer to a POST; empty unless something is taken there. */
    default Optional<Page> posted(HttpExchange exchange) throws IOException {
        return Optional.empty();
    }
}
