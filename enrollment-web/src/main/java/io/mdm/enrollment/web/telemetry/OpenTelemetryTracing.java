package io.mdm.enrollment.web.telemetry;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.TraceId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tracing by OpenTelemetry. The spans of requests are the server's; those of the delivery are made here. */
final class OpenTelemetryTracing implements ServerTracing {
    static final String SCOPE = "io.mdm.enrollment";
    private static final String TRACE_PARENT = "traceparent";

    /** Former and present semantic conventions: it cannot be asked which of them the server's span follows. */
    private static final List<String> URL_ATTRIBUTES = List.of("http.target", "http.url", "url.path");

    private final Tracer tracer;

    OpenTelemetryTracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(SCOPE);
    }

    /** By the server's bean; without one, none. */
    static ServerTracing of(Instance<Object> beans) {
        var telemetry = beans.select(OpenTelemetry.class);
        return telemetry.isResolvable() ? new OpenTelemetryTracing(telemetry.get()) : new NoTracing();
    }

    @Override
    public Optional<String> traceParent() {
        var headers = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
        return Optional.ofNullable(headers.get(TRACE_PARENT));
    }

    @Override
    public <T> T laneRun(Lane lane, Supplier<T> run) {
        var span = tracer.spanBuilder("enrollment lane")
                .setNoParent()
                .setAttribute("enrollment.batch.id", lane.batchId())
                .setAttribute("enrollment.mailing", lane.mailing())
                .setAttribute("enrollment.lane.first", lane.first());
        // an invalid link is left out
        return within(span.addLink(linked(lane.traceParent()).getSpanContext()).startSpan(), run);
    }

    @Override
    public void beginRequest(String path, @Nullable String query) {
        var span = Span.current();
        if (span.getSpanContext().isValid()) {
            TraceId.begin(span.getSpanContext().getTraceId());
            var shown = ShownPath.of(path);
            URL_ATTRIBUTES.forEach(attribute -> span.setAttribute(attribute, shown));
            if (query != null) {
                span.setAttribute("url.query", "REDACTED");
            }
        }
    }

    @Override
    public void batchCreated(String batchId, int tokens) {
        Span.current().setAttribute("enrollment.batch.id", batchId).setAttribute("enrollment.tokens", tokens);
    }

    @Override
    public RelayAnswer message(Invitation invitation, Supplier<RelayAnswer> send) {
        var span = tracer.spanBuilder("enrollment message")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("enrollment.message.key", invitation.messageKey())
                .startSpan();
        return within(span, () -> {
            var answer = send.get();
            describe(answer, span);
            return answer;
        });
    }

    private static void describe(RelayAnswer answer, Span span) {
        span.setAttribute("smtp.step", answer.step().name());
        boolean accepted = false;
        if (answer instanceof RelayReply reply) {
            span.setAttribute("smtp.reply.code", reply.code());
            if (!reply.enhancedStatus().isEmpty()) {
                span.setAttribute("smtp.reply.enhanced_status", reply.enhancedStatus());
            }
            accepted = reply.accepted();
        }
        if (!accepted) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** A failure is named by its class: its message may contain anything. */
    private static <T> T within(Span span, Supplier<T> work) {
        var outer = TraceId.current();
        TraceId.begin(span.getSpanContext().getTraceId());
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } catch (RuntimeException failed) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute("error.type", failed.getClass().getName());
            throw failed;
        } finally {
            span.end();
            outer.ifPresentOrElse(TraceId::begin, TraceId::end);
        }
    }

    private static Span linked(@Nullable String traceParent) {
        return Span.fromContext(
                W3CTraceContextPropagator.getInstance().extract(Context.root(), traceParent, OneHeader.INSTANCE));
    }

    /** Reads {@code traceparent}, which is all there is. */
    private enum OneHeader implements TextMapGetter<@Nullable String> {
        INSTANCE;

        @Override
        public Iterable<String> keys(@Nullable String traceParent) {
            return List.of(TRACE_PARENT);
        }

        @Override
        public @Nullable String get(@Nullable String traceParent, String header) {
            return header.equals(TRACE_PARENT) ? traceParent : null;
        }
    }
}
