package io.mdm.enrollment.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of a failure, exactly, and within it the errors of a body as {@code path: type, path: type};
 * {@code (body)} is the empty path.
 */
record FailureEnvelope(
        FailureTable.Failure failure, @Nullable String errors) {
    private static final String WHOLE_BODY = "(body)";

    void check(String body, List<String> wrong, Values values) {
        JsonPattern.compare(envelope(), body, wrong, values);
        if (errors != null && wrong.isEmpty()) {
            compareErrors(JsonPattern.read(body).asJsonObject(), wrong);
        }
    }

    private void compareErrors(JsonObject envelope, List<String> wrong) {
        String answered;
        try {
            answered = inShort(
                    envelope.getJsonObject("error").getJsonObject("data").getJsonArray("errors"));
        } catch (ClassCastException | NullPointerException e) {
            answered = "of another form";
        }
        if (!answered.equals(errors)) {
            wrong.add("the errors should be " + errors + " and are " + answered);
        }
    }

    private String envelope() {
        var error = Json.createObjectBuilder().add("code", failure.code()).add("message", failure.message());
        if (errors != null) {
            error.add("data", Json.createObjectBuilder().add("…", "…"));
        }
        return Json.createObjectBuilder()
                .add("status", false)
                .add("error", error)
                .build()
                .toString();
    }

    private static String inShort(JsonArray errors) {
        return errors.getValuesAs(JsonObject.class).stream()
                .map(FailureEnvelope::inShort)
                .collect(Collectors.joining(", "));
    }

    private static String inShort(JsonObject error) {
        boolean complete = error.size() == 4 && !error.getString("message", "").isBlank() && hasContext(error);
        String path =
                error.getJsonArray("path").stream().map(FailureEnvelope::step).collect(Collectors.joining("."));
        return (path.isEmpty() ? WHOLE_BODY : path) + ": " + error.getString("type") + (complete ? "" : " " + error);
    }

    /**
     * A bound or the accepted constants, where the type of the error has them, and the line in a file; nothing else,
     * and never a value.
     */
    private static boolean hasContext(JsonObject error) {
        var type = error.getString("type");
        var context = new HashMap<String, JsonValue>(error.getJsonObject("context"));
        var line = context.remove("line");
        return (line == null || line instanceof JsonNumber) && hasContext(type, context);
    }

    private static boolean hasContext(String type, Map<String, JsonValue> context) {
        if (type.endsWith(".max") || type.endsWith(".min")) {
            boolean isBound = type.startsWith("date.")
                    ? context.get("limit") instanceof JsonString
                    : context.get("limit") instanceof JsonNumber;
            return context.keySet().equals(Set.of("limit")) && isBound;
        }
        if (type.equals("any.only")) {
            return context.keySet().equals(Set.of("valids"))
                    && context.get("valids") instanceof JsonArray valids
                    && !valids.getValuesAs(JsonString.class).isEmpty();
        }
        return context.isEmpty();
    }

    /**
     * Positions are numbers, keys are strings; a key of digits stands in quotation marks, to tell it from a position.
     */
    private static String step(JsonValue step) {
        if (step instanceof JsonString key) {
            return key.getString().matches("\\d+") ? step.toString() : key.getString();
        }
        return step instanceof JsonNumber ? step.toString() : "not a step: " + step;
    }
}
