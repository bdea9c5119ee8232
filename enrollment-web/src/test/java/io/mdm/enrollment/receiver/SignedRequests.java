package io.mdm.enrollment.receiver;

import java.time.Instant;
import java.util.HashMap;

/** Requests as the module sends them. */
public final class SignedRequests {
    private static final String EVENT = """
            {"specversion":"1.0","id":"%s","source":"https://mdm.example","type":"mdm.windows.bulk.created",\
            "subject":"6b049093a9216f30546ba388","time":"2026-11-29T10:00:00.123Z","datacontenttype":"application/json",\
            "data":{"organizationId":"698efa6ed851667d9c0aec88","bulkId":"%s","total":3,"success":2,"fail":1}}""";

    private SignedRequests() {}

    public static String event(String id, String bulkId) {
        return EVENT.formatted(id, bulkId);
    }

    public static WebhookRequest of(SigningSecret secret, String id, Instant at, String body) {
        return with(secret.sign(id, at.getEpochSecond(), body), id, at, body);
    }

    static WebhookRequest with(String signature, String id, Instant at, String body) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/cloudevents-batch+json");
        headers.put(WebhookRequest.ID, id);
        headers.put(WebhookRequest.TIMESTAMP, Long.toString(at.getEpochSecond()));
        headers.put(WebhookRequest.SIGNATURE, signature);
        return new WebhookRequest(headers, body, false);
    }

    static WebhookRequest changed(WebhookRequest request, String header, String value) {
        var headers = new HashMap<>(request.headers());
        headers.put(header, value);
        return new WebhookRequest(headers, request.body(), false);
    }

    static WebhookRequest without(WebhookRequest request, String header) {
        var headers = new HashMap<>(request.headers());
        headers.remove(header);
        return new WebhookRequest(headers, request.body(), false);
    }
}
