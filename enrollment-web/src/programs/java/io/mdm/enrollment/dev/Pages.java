package io.mdm.enrollment.dev;

import java.net.URI;
import java.util.Optional;

/** Some of what the start page's server shows. */
interface Pages {

    /** @param request path and query */
    Optional<Page> at(URI request);
}
