package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.Tracing;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tracing by the server, with what HTTP and SMTP need of it. */
interface ServerTracing extends Tracing {

    /**
     * Begins to log with the id of the running trace, until {@link io.mdm.enrollment.api.spi.TraceId#end()}, and takes
     * whatever is secret or personal out of the URL in the server's span.
     *
     * @param path of the request, as it was sent
     * @param query of the request; null for none
     */
    void beginRequest(String path, @Nullable String query);

    /**
     * Describes the batch that the running request created, in the server's span.
     *
     * @param tokens how many it issued
     */
    void batchCreated(String batchId, int tokens);

    /** Sends a message in a span of its own. */
    RelayAnswer message(Invitation invitation, Supplier<RelayAnswer> send);
}
