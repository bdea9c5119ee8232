package io.mdm.enrollment.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request ready to be sent.
 *
 * @param target path and query as they go over the wire, the context root included
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // requests are never compared
record Request(
        Step.Way way, String method, String target, List<Map.Entry<String, String>> headers, byte @Nullable [] body) {

    /** Filled in, with the token and the media type that every request has that does not say otherwise. */
    static Request of(Step step, Values values) {
        var written = Message.of(step.request());
        var line = values.text(written.firstLine()).split(" ", 2);
        var body = written.content() == null ? null : values.bytes(lines(written, values));
        var headers = new ArrayList<Map.Entry<String, String>>();
        if (!written.mentions("Authorization")) {
            headers.add(Map.entry("Authorization", values.text("Bearer {{jwt}}")));
        }
        if (!written.mentions("Content-Type") && body != null) {
            headers.add(Map.entry("Content-Type", "application/json"));
        }
        written.headers().stream()
                .map(header -> Map.entry(header.getKey(), values.text(header.getValue())))
                .filter(header -> !header.getValue().equals(Message.NONE))
                .forEach(headers::add);
        return new Request(step.way(), line[0], values.text("{{context}}") + line[1], headers, body);
    }

    /** A form (RFC 7578) has lines that end in CRLF. */
    private static String lines(Message written, Values values) {
        var content = Objects.requireNonNull(written.content());
        boolean isForm = written.headers().stream()
                .anyMatch(header -> header.getKey().equals("Content-Type")
                        && values.text(header.getValue()).startsWith("multipart/"));
        return isForm ? (content + "\n").replace("\n", "\r\n") : content;
    }

    /** Its path, without query. */
    String path() {
        return target.replaceFirst("\\?.*", "");
    }

    boolean createsTokens() {
        return method.equals("POST") && path().endsWith("/bulk");
    }

    /** Whether it asks what a bulk request would do. */
    boolean checks() {
        return method.equals("POST") && path().endsWith("/bulk/check");
    }

    boolean mentions(String header) {
        return headers.stream().anyMatch(each -> each.getKey().equalsIgnoreCase(header));
    }
}
