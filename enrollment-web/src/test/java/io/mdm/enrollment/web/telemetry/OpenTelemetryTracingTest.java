package io.mdm.enrollment.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.spi.TraceId;
import io.mdm.enrollment.api.spi.Tracing;
import io.mdm.enrollment.web.mail.MailExamples;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenTelemetryTracingTest {
    @RegisterExtension
    static final OpenTelemetryExtension EXPORTED = OpenTelemetryExtension.create();

    private static final RelayReply TAKEN = new RelayReply(SmtpStep.CONTENT, 250);

    private final OpenTelemetryTracing tracing = new OpenTelemetryTracing(EXPORTED.getOpenTelemetry());
    private final Invitation invitation = MailExamples.to("ana@acme.example");

    @Test
    void a_lane_run_is_linked_to_the_request_and_its_messages_are_its_children() {
        var request = inRequest(() -> {
            tracing.batchCreated("6b049093a9216f30546ba388", 2);
            return tracing.traceParent().orElseThrow();
        });
        var later = new Tracing.Lane("6b049093a9216f30546ba388", 0, 25, request);
        tracing.laneRun(later, () -> tracing.message(invitation, () -> TAKEN));

        var server = span("POST");
        var lane = span("enrollment lane");
        var message = span("enrollment message");
        assertThat(lane.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(context -> context.getTraceId() + context.getSpanId())
                .containsExactly(server.getTraceId() + server.getSpanId());
        assertThat(lane.getTraceId()).isNotEqualTo(server.getTraceId());
        assertThat(lane.getParentSpanContext().isValid()).isFalse();
        assertThat(message.getParentSpanId()).isEqualTo(lane.getSpanId());
        assertThat(message.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(attributes(server)).isEqualTo("{enrollment.batch.id=6b049093a9216f30546ba388, enrollment.tokens=2}");
        assertThat(attributes(lane))
                .isEqualTo("{enrollment.batch.id=6b049093a9216f30546ba388, enrollment.lane.first=25,"
                        + " enrollment.mailing=0}");
        assertThat(attributes(message))
                .isEqualTo("{enrollment.message.key=" + invitation.messageKey()
                        + ", smtp.reply.code=250, smtp.step=CONTENT}");
    }

    @Test
    void a_lane_of_no_known_request_has_no_link() {
        tracing.laneRun(new Tracing.Lane("6b049093a9216f30546ba388", 0, 0, null), () -> TAKEN);
        tracing.laneRun(new Tracing.Lane("6b049093a9216f30546ba388", 0, 0, "of another release"), () -> TAKEN);

        assertThat(EXPORTED.getSpans())
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.getLinks()).isEmpty());
    }

    @Test
    void what_the_relay_does_not_take_is_an_error_with_its_reply() {
        tracing.message(invitation, () -> new RelayReply(SmtpStep.RCPT, 550, "5.1.1"));
        tracing.message(invitation, () -> new RelayLoss(SmtpStep.MAIL, false));

        assertThat(EXPORTED.getSpans())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsOnly(StatusCode.ERROR);
        assertThat(EXPORTED.getSpans())
                .extracting(OpenTelemetryTracingTest::attributes)
                .anySatisfy(all -> assertThat(all)
                        .contains("smtp.reply.code=550, smtp.reply.enhanced_status=5.1.1, smtp.step=RCPT"))
                .anySatisfy(all -> assertThat(all).endsWith("smtp.step=MAIL}"));
    }

    @Test
    void a_failure_is_told_by_its_class_alone() {
        assertThatIllegalStateException()
                .isThrownBy(() -> tracing.message(invitation, () -> {
                    throw new IllegalStateException("cannot write to ana@acme.example");
                }));

        var message = span("enrollment message");
        assertThat(message.getEvents()).isEmpty();
        assertThat(message.getStatus().getDescription()).isEmpty();
        assertThat(attributes(message)).contains("error.type=java.lang.IllegalStateException");
    }

    @Test
    void the_log_knows_the_trace_while_it_runs() {
        var inside = tracing.laneRun(new Tracing.Lane("6b049093a9216f30546ba388", 0, 0, null), () -> {
            tracing.message(invitation, () -> TAKEN);
            return TraceId.current();
        });
        var request = inRequest(() -> {
            tracing.beginRequest("/v1/organizations/acme/mdm", null);
            return TraceId.current();
        });
        TraceId.end();

        assertThat(inside).contains(span("enrollment lane").getTraceId());
        assertThat(request).contains(span("POST").getTraceId());
        assertThat(TraceId.current()).isEmpty();
    }

    @Test
    void the_url_of_the_servers_span_names_neither_organization_nor_credential_nor_address() {
        inRequest(() -> {
            Span.current()
                    .setAttribute("url.path", "/v1/organizations/acme/mdm")
                    .setAttribute("url.query", "search=ana@acme.example");
            tracing.beginRequest("/v1/organizations/acme/mdm", "search=ana@acme.example");
            return Optional.empty();
        });
        TraceId.end();

        assertThat(attributes(span("POST")))
                .isEqualTo("{http.target=/v1/organizations/{organizationId}/mdm,"
                        + " http.url=/v1/organizations/{organizationId}/mdm,"
                        + " url.path=/v1/organizations/{organizationId}/mdm, url.query=REDACTED}");
    }

    @Test
    void without_a_trace_nothing_is_begun() {
        tracing.beginRequest("/enroll", null);

        assertThat(TraceId.current()).isEmpty();
        assertThat(tracing.traceParent()).isEmpty();
    }

    private static <T> T inRequest(Supplier<T> work) {
        var span = EXPORTED.getOpenTelemetry()
                .getTracer("server")
                .spanBuilder("POST")
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        try {
            return Context.current().with(span).wrapSupplier(work).get();
        } finally {
            span.end();
        }
    }

    private static SpanData span(String name) {
        List<SpanData> named = EXPORTED.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
        assertThat(named).hasSize(1);
        return named.get(0);
    }

    private static String attributes(SpanData span) {
        Map<String, Object> all = new TreeMap<>();
        span.getAttributes().forEach((key, value) -> all.put(key.getKey(), value));
        return all.toString();
    }
}
