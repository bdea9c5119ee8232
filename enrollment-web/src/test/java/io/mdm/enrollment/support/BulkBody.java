package io.mdm.enrollment.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** The body of a bulk request in the making. */
public record BulkBody(JsonObject json) {

    /** One that invites by mail. */
    public static BulkBody inviting(String... addresses) {
        return inviting(List.of(addresses));
    }

    /** One that invites by mail. */
    public static BulkBody inviting(List<String> addresses) {
        return new BulkBody(Json.createObjectBuilder()
                .add("sendEmail", true)
                .add("userEmails", Json.createArrayBuilder(addresses))
                .build());
    }

    public BulkBody withoutMail() {
        return with("sendEmail", JsonValue.FALSE);
    }

    public BulkBody with(String field, String value) {
        return with(field, Json.createValue(value));
    }

    public BulkBody with(String field, JsonValue value) {
        return new BulkBody(Json.createObjectBuilder(json).add(field, value).build());
    }
}
