package io.mdm.enrollment.receiver;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * An event as it arrived, or a refused request.
 *
 * @param number from 1, in order of arrival
 * @param requestId the request's {@code webhook-id}; empty if it has none
 * @param event empty for a refused request, whose content nobody vouches for
 */
public record Arrival(
        int number, Instant at, String requestId, Verification verification, Repetition repetition, JsonObject event) {

    /** How an event was recognized as one that has arrived before. */
    public enum Repetition {
        NONE,
        /** By its request's {@code webhook-id}. */
        REQUEST,
        /** By its own id and source, in another request. */
        EVENT
    }

    /** An attribute of the event; empty if it has none. */
    public String attribute(String name) {
        return event.getString(name, "");
    }

    /** The bulk that the event belongs to; empty if to none. */
    public String bulkId() {
        return event.get("data") instanceof JsonObject data ? data.getString("bulkId", "") : "";
    }

    static Arrival refused(int number, Instant at, String requestId, Verification reason) {
        return new Arrival(number, at, requestId, reason, Repetition.NONE, JsonValue.EMPTY_JSON_OBJECT);
    }
}
