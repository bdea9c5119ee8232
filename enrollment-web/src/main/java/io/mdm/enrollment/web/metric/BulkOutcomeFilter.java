package io.mdm.enrollment.web.metric;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Fires the outcome of every bulk request, also of those a filter answered. Runs after the commit. */
@Provider
@CountedBulk
public class BulkOutcomeFilter implements ContainerResponseFilter {
    private static final String REPLAYED = "Idempotency-Replayed";

    @Inject
    Event<BulkOutcome> outcome;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        outcome.fire(
                response.getHeaders().containsKey(REPLAYED)
                        ? BulkOutcome.REPLAYED
                        : BulkOutcome.of(response.getStatus()));
    }
}
