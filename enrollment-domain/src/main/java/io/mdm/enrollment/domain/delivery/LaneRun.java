package io.mdm.enrollment.domain.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of a lane, as its scheduler sees it. */
@FunctionalInterface
public interface LaneRun {

    /** Whether this node may still send; asked before every message, because another node may have taken over. */
    boolean isOurs();

    /** Carries out a delivery that is not held up, in a span of its own if it is traced. */
    default Optional<Instant> traced(Supplier<Optional<Instant>> delivery) {
        return delivery.get();
    }
}
