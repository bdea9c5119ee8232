package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.spi.Tracing;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Tracing that keeps what it was told. */
final class RecordedTracing implements Tracing {
    private final List<Lane> runs = new CopyOnWriteArrayList<>();
    private Optional<String> current = Optional.empty();

    /** From now on this is the running request. */
    void request(String traceParent) {
        current = Optional.of(traceParent);
    }

    /** Lane runs so far. */
    List<Lane> runs() {
        return runs;
    }

    @Override
    public Optional<String> traceParent() {
        return current;
    }

    @Override
    public <T> T laneRun(Lane lane, Supplier<T> run) {
        runs.add(lane);
        return run.get();
    }
}
