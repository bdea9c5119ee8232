package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.web.metric.CountedBulk;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Refuses bulk requests that would get no place before anything is looked up for them. */
@Provider
@CountedBulk
@Priority(Priorities.AUTHENTICATION - 1)
public class BusyFilter implements ContainerRequestFilter {
    @Inject
    BulkPlaces places;

    @Override
    public void filter(ContainerRequestContext request) {
        places.requireRoom(request.getUriInfo().getPathParameters().getFirst("organizationId"));
    }
}
