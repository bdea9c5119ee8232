package io.mdm.enrollment.api.spi;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Traces of requests and of the delivery that they promise. On a server that does not trace it does nothing. */
public interface Tracing {

    /** The running span as a {@code traceparent} (W3C Trace Context, section 3.2); empty if nothing is traced. */
    Optional<String> traceParent();

    /** Carries out a lane run in a span of its own, linked to the request. */
    <T> T laneRun(Lane lane, Supplier<T> run);

    /**
     * A lane, for its span.
     *
     * @param mailing 0 for the invitation, more for resends and reminders
     * @param first position of the lane's first recipient in the request
     * @param traceParent {@link Tracing#traceParent()} of the request that promised the lane's invitations; null if it
     *     was not traced
     */
    record Lane(
            String batchId,
            int mailing,
            int first,
            @Nullable String traceParent) {}
}
