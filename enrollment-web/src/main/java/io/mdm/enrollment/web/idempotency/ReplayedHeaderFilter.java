package io.mdm.enrollment.web.idempotency;

import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Header {@code Idempotency-Replayed} of answers to repetitions, written before other filters look at the answer. */
@Provider
@RequiresPermission
@Priority(Priorities.USER + 1_000)
public class ReplayedHeaderFilter implements ContainerResponseFilter {
    @Inject
    RequestIdempotency idempotency;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (idempotency.isReplayed()) {
            response.getHeaders().putSingle("Idempotency-Replayed", true);
        }
    }
}
