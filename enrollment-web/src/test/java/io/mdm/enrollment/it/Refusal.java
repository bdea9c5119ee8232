package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.Reply;
import jakarta.json.JsonObject;
import java.util.List;

/** The one form in which every failure must be answered. */
final class Refusal {
    private Refusal() {}

    /** Asserts status, media type and the whole envelope, which tells nothing more. */
    static void assertRefused(Reply reply, HttpProblem problem) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(problem.status());
        assertThat(mediaType(reply)).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo("{\"status\":false,\"error\":{\"code\":%d,\"message\":\"%s\"}}"
                        .formatted(problem.code(), problem.message()));
    }

    /** Asserts the envelope with its details, and returns those: one {@code {path, type, message}} per error. */
    static List<JsonObject> errorsOf(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(mediaType(reply)).isEqualTo("application/json");
        var error = reply.json().getJsonObject("error");
        assertThat(reply.errorCode()).isEqualTo(HttpProblem.VALIDATION_FAILED.code());
        assertThat(error.getString("message")).isEqualTo(HttpProblem.VALIDATION_FAILED.message());
        return error.getJsonObject("data").getJsonArray("errors").getValuesAs(JsonObject.class);
    }

    /** Parameters of a type of the error page's may name the charset that JSON has anyway (RFC 8259, section 8.1). */
    private static String mediaType(Reply reply) {
        return reply.header("Content-Type").replaceAll("(?i);\\s*charset=utf-8$", "");
    }
}
