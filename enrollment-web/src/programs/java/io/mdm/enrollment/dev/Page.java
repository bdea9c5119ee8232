package io.mdm.enrollment.dev;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

/**
 * What the start page's server sends.
 *
 * @param type media type
 * @param policy what a browser may do with it (Content Security Policy Level 3)
 */
record Page(int status, String type, String policy, String body) {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    static Page json(JsonStructure value) {
        return text("application/json", value.toString());
    }

    /** Something to be read, in which a browser runs and loads nothing. */
    static Page text(String type, String text) {
        return new Page(200, type + "; charset=utf-8", NOTHING, text);
    }

    static Page of(String type, String policy, String text) {
        return new Page(200, type + "; charset=utf-8", policy, text);
    }

    static Page refusal(int status) {
        return new Page(status, "application/json", NOTHING, JsonValue.EMPTY_JSON_OBJECT.toString());
    }
}
