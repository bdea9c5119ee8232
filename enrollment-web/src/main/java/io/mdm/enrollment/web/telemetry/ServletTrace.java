package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.TraceId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Trace of a request to a servlet, on servers that trace servlets: behind all filters, as Payara 7 does. */
@Dependent
public class ServletTrace {
    private final ServerTracing tracing;

    @Inject
    ServletTrace(ServerTracing tracing) {
        this.tracing = tracing;
    }

    /** Begins to log with the id of its trace, and takes the credential out of its URL. */
    public void begin(HttpServletRequest request) {
        tracing.beginRequest(request.getRequestURI(), request.getQueryString());
    }

    /** Ends what was begun on this thread. */
    public void end() {
        TraceId.end();
    }
}
