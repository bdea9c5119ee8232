package io.mdm.enrollment.web.answer;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/**
 * Caching of answers (RFC 9111, section 5.2.2). Answers hold addresses and, for some callers, personal links: nothing
 * is stored unless the resource says otherwise.
 */
public class CachingRules implements ContainerResponseFilter {
    public static final String NO_STORE = "no-store";

    /** For answers without links that have an entity tag: kept by the caller only, and revalidated on every use. */
    public static final String REVALIDATED = "private, no-cache";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of(NO_STORE));
    }
}
