package io.mdm.enrollment.it;

import io.mdm.enrollment.support.OtlpReceiver;
import io.mdm.enrollment.support.Patience;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/**
 * What a server exported of one bulk request.
 *
 * @param request the server's span of the POST
 * @param lanes runs of its lanes
 * @param messages of these runs
 */
record BulkTrace(Span request, List<Span> lanes, List<Span> messages) {

    /** Waits until the spans of so many messages have arrived, and those around them. */
    static BulkTrace await(OtlpReceiver collector, String batchId, int messages) {
        return Patience.await("the spans of the bulk request")
                .until(() -> of(collector.spans(), batchId), trace -> trace.messages.size() >= messages);
    }

    /** Value of a span's attribute; empty if it has none of this name. */
    static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(KeyValue::getValue)
                .map(value -> value.hasIntValue() ? Long.toString(value.getIntValue()) : value.getStringValue())
                .findAny()
                .orElse("");
    }

    private static BulkTrace of(List<Span> spans, String batchId) {
        var ofBatch = spans.stream()
                .filter(span -> attribute(span, "enrollment.batch.id").equals(batchId))
                .toList();
        var lanes = ofBatch.stream().filter(span -> !isOfServer(span)).toList();
        var ids = lanes.stream().map(Span::getSpanId).toList();
        var messages = spans.stream()
                .filter(span -> ids.contains(span.getParentSpanId()))
                .toList();
        return ofBatch.stream()
                .filter(BulkTrace::isOfServer)
                .findAny()
                .map(request -> new BulkTrace(request, lanes, messages))
                .orElseGet(() -> new BulkTrace(Span.getDefaultInstance(), List.of(), List.of()));
    }

    private static boolean isOfServer(Span span) {
        return span.getKind() == Span.SpanKind.SPAN_KIND_SERVER;
    }
}
