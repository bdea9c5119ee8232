package io.mdm.enrollment.chaos;

import io.mdm.enrollment.chaos.EventLedger.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An event of a request.
 *
 * @param type without what all types begin with
 * @param text all of it
 */
record ArrivedEvent(String id, String type, String subject, Instant time, JsonObject data, String text, Delivery in) {
    static final String CREATED = "enrollmentToken.created";
    static final String REDEEMED = "enrollmentToken.redeemed";
    static final String REVOKED = "enrollmentToken.revoked";
    static final String EXPIRED = "enrollmentToken.expired";
    static final String SENT = "invitation.sent";
    static final String FAILED = "invitation.failed";
    static final String BULK_CREATED = "bulk.created";
    static final String BULK_COMPLETED = "bulk.completed";

    private static final String ALL_TYPES = "mdm.windows.";

    static List<ArrivedEvent> of(Delivery delivery) {
        try (var reader = Json.createReader(new StringReader(delivery.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(event -> of(event, delivery))
                    .toList();
        }
    }

    private static ArrivedEvent of(JsonObject event, Delivery delivery) {
        return new ArrivedEvent(
                event.getString("id"),
                event.getString("type").substring(ALL_TYPES.length()),
                event.getString("subject"),
                Instant.parse(event.getString("time")),
                event.getJsonObject("data"),
                event.toString(),
                delivery);
    }

    /** What it tells, whatever its id is. */
    String cause() {
        return cause(type, subject);
    }

    static String cause(String type, String subject) {
        return type + " " + subject;
    }

    /** Empty for a token that was requested alone. */
    String bulkId() {
        return data.getString("bulkId", "");
    }

    Duration delay() {
        return Duration.between(time, in.at());
    }
}
