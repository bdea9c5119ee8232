package io.mdm.enrollment.receiver;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads batches of CloudEvents 1.0 (JSON Event Format, section 4). */
final class EventBatch {
    private EventBatch() {}

    /**
     * The events in order; unknown types and attributes are no error.
     *
     * @return empty unless it is a JSON array of objects with the required attributes
     */
    static Optional<List<JsonObject>> read(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readValue() instanceof JsonArray batch
                            && batch.stream().allMatch(EventBatch::isEvent)
                    ? Optional.of(batch.getValuesAs(JsonObject.class))
                    : Optional.empty();
        } catch (JsonException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isEvent(JsonValue value) {
        return value instanceof JsonObject event
                && event.getString("specversion", "").equals("1.0")
                && Stream.of("id", "source", "type")
                        .noneMatch(name -> event.getString(name, "").isEmpty());
    }
}
