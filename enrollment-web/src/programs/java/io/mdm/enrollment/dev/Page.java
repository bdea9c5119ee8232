package io.mdm.enrollment.dev;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;

/** Answer of the start page's server: text in UTF-8, with the headers that belong to it. */
record Page(int status, Map<String, String> headers, String body) {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    static Page json(JsonStructure value) {
        return text("application/json", value.toString());
    }

    /** Something to be read, in which a browser runs and loads nothing. */
    static Page text(String type, String text) {
        return of(type, NOTHING, text);
    }

    /** @param policy rights of the page in a browser (Content Security Policy Level 3) */
    static Page of(String type, String policy, String text) {
        return of(200, type, policy, text);
    }

    static Page elsewhere(URI location) {
        return new Page(303, Map.of("Location", location.toString()), "");
    }

    /** That what was posted has been taken. */
    static Page nothing() {
        return new Page(204, Map.of(), "");
    }

    static Page refusal(int status) {
        return of(status, "application/json", NOTHING, JsonValue.EMPTY_JSON_OBJECT.toString());
    }

    private static Page of(int status, String type, String policy, String text) {
        return new Page(
                status, Map.of("Content-Type", type + "; charset=utf-8", "Content-Security-Policy", policy), text);
    }
}
