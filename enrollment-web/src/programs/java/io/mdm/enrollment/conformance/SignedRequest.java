package io.mdm.enrollment.conformance;

import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A request to a receiver of webhooks, filled in and signed as its step says.
 *
 * @param other a secret that the receiver does not know
 */
record SignedRequest(Message written, Values values, SigningSecret secret, SigningSecret other) {
    private static final String EVENT = "[{{event}}]";

    /** Ready to be sent; signatures are made after everything that they sign. */
    Request toRequest() {
        var body = values.text(Objects.requireNonNull(written.content()));
        sign(value(WebhookRequest.ID, "{{id}}"), timestamp(), body);
        var line = values.text(written.firstLine()).split(" ", 2);
        var headers = written.headers().stream()
                .map(header -> Map.entry(header.getKey(), values.text(header.getValue())))
                .filter(header -> !header.getValue().equals(Message.NONE))
                .toList();
        return new Request(Step.Way.CLIENT, line[0], line[1], headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private void sign(String id, long timestamp, String body) {
        var signature = secret.sign(id, timestamp, body);
        values.put("signature", signature);
        values.put("mac", signature.substring("v1,".length()));
        values.put("signature.event", secret.sign(id, timestamp, values.text(EVENT)));
        values.put("signature.id", secret.sign(id + "0", timestamp, body));
        values.put("signature.timestamp", secret.sign(id, timestamp + 1, body));
        values.put("signature.secret", other.sign(id, timestamp, body));
    }

    /** What is signed where no number is sent is the time. */
    private long timestamp() {
        var sent = value(WebhookRequest.TIMESTAMP, "{{now}}");
        return Long.parseLong(sent.matches("\\d+") ? sent : values.text("{{now}}"));
    }

    private String value(String header, String otherwise) {
        return written.headers().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(header))
                .map(each -> values.text(each.getValue()))
                .filter(value -> !value.equals(Message.NONE))
                .findFirst()
                .orElseGet(() -> values.text(otherwise));
    }
}
