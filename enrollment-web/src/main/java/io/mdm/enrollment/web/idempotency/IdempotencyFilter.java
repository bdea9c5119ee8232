package io.mdm.enrollment.web.idempotency;

import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Prepares requests with an idempotency key: what it belongs to is hashed, the body while it is read. The organization
 * is no part of it, because keys belong to one, whether the path says its id or its slug.
 */
@Provider
@RequiresPermission
@Priority(Priorities.AUTHORIZATION)
public class IdempotencyFilter implements ContainerRequestFilter {
    private static final String COLLECTION =
            Paths.ENROLLMENT_TOKENS.substring(Paths.ENROLLMENT_TOKENS.lastIndexOf('/'));

    @Inject
    RequestIdempotency idempotency;

    @Override
    public void filter(ContainerRequestContext request) {
        var headers = request.getHeaders().get(IdempotencyHeader.NAME);
        if (headers != null && !headers.isEmpty()) {
            var target = target(request.getUriInfo().getRequestUri());
            var body = new HashedBody(request.getMethod() + " " + target, request.getEntityStream());
            if (MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType())) {
                body.hashPartsOnly();
            }
            request.setEntityStream(body);
            idempotency.request(headers, body);
        }
    }

    /** Path from the collection on, and query. */
    static String target(URI uri) {
        var path = uri.getRawPath();
        var below = path.substring(Math.max(0, path.lastIndexOf(COLLECTION)));
        return uri.getRawQuery() == null ? below : below + "?" + uri.getRawQuery();
    }
}
