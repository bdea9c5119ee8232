package io.mdm.enrollment.web.body;

import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses every query parameter of requests to methods that read none, once the request is authorized. */
@Provider
@RequiresPermission
@Priority(Priorities.AUTHENTICATION + 1)
public class UnknownParametersFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!resource.getResourceMethod().isAnnotationPresent(ReadsParameters.class)) {
            new QueryParameters(request.getUriInfo().getQueryParameters()).refuseIfAny();
        }
    }
}
