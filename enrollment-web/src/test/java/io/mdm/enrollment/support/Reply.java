package io.mdm.enrollment.support;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** What the server said. */
public record Reply(int status, HttpHeaders headers, String body) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The content of a success. */
    public JsonObject data() {
        return json().getJsonObject("data");
    }

    /** The code of a failure, of which several share one status. */
    public int errorCode() {
        return json().getJsonObject("error").getInt("code");
    }

    /**
     * The value of a header that must be there.
     *
     * @throws IllegalStateException if it is not
     */
    public String header(String name) {
        return headers.firstValue(name).orElseThrow(() -> new IllegalStateException("No " + name + " in " + this));
    }
}
