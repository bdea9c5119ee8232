package io.mdm.enrollment.web.webhook;

import io.mdm.enrollment.api.spi.ReportedEvent;
import jakarta.json.spi.JsonProvider;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Events in the JSON batch format of CloudEvents 1.0.2. */
final class CloudEvents {
    static final String MEDIA_TYPE = "application/cloudevents-batch+json";

    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private CloudEvents() {}

    /** @param source of all of them */
    static String batch(URI source, List<ReportedEvent> events) {
        var quoted = JSON.createValue(source.toString()).toString();
        return events.stream().map(event -> json(quoted, event)).collect(Collectors.joining(",", "[", "]"));
    }

    /** Types, ids and instants need no escape in JSON. */
    private static String json(String source, ReportedEvent event) {
        return """
                {"specversion":"1.0","id":"%s","source":%s,"type":"%s","subject":"%s","time":"%s",\
                "datacontenttype":"application/json","data":%s}""".formatted(event.id(), source, event.type().wireName(), event.subject(), event.at(), event.data());
    }
}
