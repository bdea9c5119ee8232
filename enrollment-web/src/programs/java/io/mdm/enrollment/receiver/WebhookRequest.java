package io.mdm.enrollment.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param headers the first value of each, by names in any case
 * @param isTooLarge whether the body has more than {@link #MAX_BYTES}, of which no more were read
 */
public record WebhookRequest(Map<String, String> headers, String body, boolean isTooLarge) {
    /** Several times what a batch of 200 events has. */
    public static final int MAX_BYTES = 1 << 20;

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private static final String BATCH = "application/cloudevents-batch+json";

    public WebhookRequest {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    public static WebhookRequest read(Map<String, List<String>> headers, InputStream body) throws IOException {
        var first = new HashMap<String, String>();
        headers.forEach((name, values) -> values.stream().findFirst().ifPresent(value -> first.put(name, value)));
        var bytes = body.readNBytes(MAX_BYTES + 1);
        return new WebhookRequest(first, new String(bytes, UTF_8), bytes.length > MAX_BYTES);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether its media type is that of a batch of CloudEvents, with parameters or without. */
    boolean isBatch() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().equalsIgnoreCase(BATCH);
    }
}
