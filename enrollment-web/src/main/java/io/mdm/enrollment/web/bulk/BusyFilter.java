package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.web.bulk.BulkPlaces.Requester;
import io.mdm.enrollment.web.metric.CountedBulk;
import io.mdm.enrollment.web.security.RequestContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Refuses bulk requests that would get no place before anything is looked up for them: only those of callers whose
 * request for the same organization was accepted before, so that nobody else learns that it exists.
 */
@Provider
@CountedBulk
@Priority(Priorities.AUTHENTICATION - 1)
public class BusyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    BulkPlaces places;

    @Inject
    RequestContext context;

    @Override
    public void filter(ContainerRequestContext request) {
        requester(request).ifPresent(places::requireRoom);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Status.OK.getStatusCode()) {
            requester(request).ifPresent(requester -> places.remember(requester, context.organizationId()));
        }
    }

    /** Nobody if the server has not verified the caller yet. */
    private static Optional<Requester> requester(ContainerRequestContext request) {
        return Optional.ofNullable(request.getSecurityContext().getUserPrincipal())
                .map(caller -> new Requester(
                        caller.getName(),
                        request.getUriInfo().getPathParameters().getFirst("organizationId")));
    }
}
