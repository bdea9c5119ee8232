package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayAnswer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tracing where the server has none, or it is switched off. */
final class NoTracing implements ServerTracing {

    @Override
    public Optional<String> traceParent() {
        return Optional.empty();
    }

    @Override
    public <T> T laneRun(Lane lane, Supplier<T> run) {
        return run.get();
    }

    @Override
    public void beginRequest(String path, @Nullable String query) {}

    @Override
    public void batchCreated(String batchId, int tokens) {}

    @Override
    public RelayAnswer message(Invitation invitation, Supplier<RelayAnswer> send) {
        return send.get();
    }
}
