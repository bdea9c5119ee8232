package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.http.RequestRefused;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.web.answer.WireName;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.Map;

/** JSON envelope of failures. */
final class FailureEnvelope {
    /** Looked up once: every call of {@code Json.create…} searches all libraries for one. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private FailureEnvelope() {}

    static String of(HttpProblem problem) {
        return envelope(error(problem));
    }

    static String of(RequestException refused) {
        var error = error(refused.problem());
        if (refused instanceof RequestRefused body) {
            error.add("data", data(body));
        }
        return envelope(error);
    }

    static String of(TokenNotUsable unusable) {
        var reason = WireName.of(unusable.reason());
        return envelope(error(HttpProblem.TOKEN_NOT_USABLE)
                .add("data", JSON.createObjectBuilder().add("reason", reason)));
    }

    /** Headers of a failure: how to authenticate (RFC 6750, section 3), when to retry. */
    static Map<String, String> headers(HttpProblem problem) {
        return switch (problem) {
            case NO_TOKEN -> Map.of("WWW-Authenticate", "Bearer");
            case INVALID_TOKEN -> Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            case SERVER_BUSY, STILL_RUNNING -> Map.of("Retry-After", "1");
            case DATABASE_UNAVAILABLE -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
    }

    private static JsonObjectBuilder error(HttpProblem problem) {
        return JSON.createObjectBuilder().add("code", problem.code()).add("message", problem.message());
    }

    private static String envelope(JsonObjectBuilder error) {
        return JSON.createObjectBuilder()
                .add("status", false)
                .add("error", error)
                .build()
                .toString();
    }

    private static JsonObjectBuilder data(RequestRefused body) {
        var errors = JSON.createArrayBuilder();
        body.errors().forEach(error -> errors.add(error(error)));
        var data = JSON.createObjectBuilder().add("errors", errors);
        return body.truncated() ? data.add("truncated", true) : data;
    }

    private static JsonObjectBuilder error(RequestError error) {
        return JSON.createObjectBuilder()
                .add("path", path(error))
                .add("type", error.type())
                .add("message", error.message())
                .add("context", JSON.createObjectBuilder(error.context()));
    }

    private static JsonArrayBuilder path(RequestError error) {
        var path = JSON.createArrayBuilder();
        for (var step : error.path()) {
            if (step instanceof Integer position) {
                path.add(position);
            } else {
                path.add(step.toString());
            }
        }
        return path;
    }
}
