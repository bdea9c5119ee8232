package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.TraceId;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Trace of a request to the API, from when the server's span is there until it is answered. */
abstract class RequestTrace implements ContainerRequestFilter, ContainerResponseFilter {
    @Inject
    ServerTracing tracing;

    @Override
    public void filter(ContainerRequestContext request) {
        begin(request);
    }

    /** Begins once more: a request without a route has not passed the other filter. */
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        begin(request);
        TraceId.end();
    }

    private void begin(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        tracing.beginRequest(uri.getRawPath(), uri.getRawQuery());
    }
}
