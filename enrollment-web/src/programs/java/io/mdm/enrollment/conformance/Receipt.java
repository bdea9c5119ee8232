package io.mdm.enrollment.conformance;

import io.mdm.enrollment.support.Reply;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every 200 to a bulk request: exactly three whole numbers that add up, and where the report is. */
record Receipt(Request request, Reply reply) {
    private static final Set<String> KEYS = Set.of("total", "success", "fail");

    void check(List<String> wrong) {
        try {
            var envelope = reply.json();
            var data = envelope.getJsonObject("data");
            if (!envelope.keySet().equals(Set.of("status", "data"))
                    || !envelope.getBoolean("status")
                    || !data.keySet().equals(KEYS)) {
                wrong.add("a success should be status and data with " + KEYS);
            } else if (KEYS.stream().anyMatch(key -> !isCount(data, key))
                    || data.getInt("total") != data.getInt("success") + data.getInt("fail")) {
                wrong.add("the counts should be whole and add up");
            } else {
                checkLocation(data.getInt("total"), wrong);
            }
        } catch (RuntimeException e) {
            wrong.add("a success should be status and data: " + e.getMessage());
        }
    }

    private void checkLocation(int total, List<String> wrong) {
        var location = reply.headers().firstValue("Content-Location");
        if (total == 0) {
            location.ifPresent(present -> wrong.add("there should be no report of nothing"));
        } else if (!location.orElse("").matches(Pattern.quote(request.path()) + "/[0-9a-f]{24}")) {
            wrong.add("Content-Location should be the request's path and an id, and is " + location.orElse("missing"));
        }
    }

    private static boolean isCount(JsonObject data, String key) {
        return data.get(key) instanceof JsonNumber number && number.toString().matches("\\d+");
    }
}
