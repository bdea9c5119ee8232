package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.EnrollmentBatchCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Tells the span of a request which batch it created. */
@ApplicationScoped
class BatchTrace {
    private final ServerTracing tracing;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    BatchTrace() {
        this(null);
    }

    @Inject
    BatchTrace(ServerTracing tracing) {
        this.tracing = tracing;
    }

    void onCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) EnrollmentBatchCreated batch) {
        tracing.batchCreated(batch.batchId(), batch.tokens());
    }
}
