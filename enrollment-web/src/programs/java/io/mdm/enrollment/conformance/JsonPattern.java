package io.mdm.enrollment.conformance;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * JSON as the contract shows it. Everything must be there exactly so, with two exceptions: in strings {@code …} stands
 * for any text and {@code {{=name}}} for one to keep, and the member {@code "…":"…"} for members that are not shown.
 */
record JsonPattern(JsonValue shown, List<String> wrong, Values values) {
    private static final String ELLIPSIS = "…";

    /** Compares and notes every difference in {@code wrong}. */
    static void compare(String shown, String actual, List<String> wrong, Values values) {
        JsonValue answered;
        try {
            answered = read(actual);
        } catch (RuntimeException e) {
            wrong.add("the answer should be JSON: " + e.getMessage());
            return;
        }
        new JsonPattern(read(shown), wrong, values).compare("", answered);
    }

    static JsonValue read(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }

    private void compare(String place, JsonValue actual) {
        if (shown instanceof JsonObject object && actual instanceof JsonObject answered) {
            compareObjects(place, object, answered);
        } else if (shown instanceof JsonArray array && actual instanceof JsonArray answered) {
            compareArrays(place, array, answered);
        } else if (shown instanceof JsonString text && actual instanceof JsonString answered) {
            new TextPattern(text.getString()).compare(place, answered.getString(), wrong, values);
        } else if (!shown.toString().equals(actual.toString())) {
            wrong.add(place + " should be " + shown + " and is " + actual);
        }
    }

    private void compareObjects(String place, JsonObject object, JsonObject answered) {
        Set<String> expected = new TreeSet<>(object.keySet());
        boolean partly = expected.remove(ELLIPSIS);
        Set<String> surplus = new TreeSet<>(answered.keySet());
        surplus.removeAll(expected);
        if (!partly && !surplus.isEmpty()) {
            wrong.add(place + " should not have " + surplus);
        }
        object.forEach((key, value) -> {
            if (expected.contains(key)) {
                compareMember(place + "." + key, value, answered.get(key));
            }
        });
    }

    private void compareMember(String place, JsonValue value, @Nullable JsonValue answered) {
        if (answered == null) {
            wrong.add(place + " should be there");
        } else {
            new JsonPattern(value, wrong, values).compare(place, answered);
        }
    }

    private void compareArrays(String place, JsonArray array, JsonArray answered) {
        if (array.size() != answered.size()) {
            wrong.add(place + " should have " + array.size() + " items and has " + answered.size());
            return;
        }
        for (int index = 0; index < array.size(); index++) {
            new JsonPattern(array.get(index), wrong, values).compare(place + "[" + index + "]", answered.get(index));
        }
    }
}
