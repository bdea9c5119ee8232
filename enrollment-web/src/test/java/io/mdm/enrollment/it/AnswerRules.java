package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.Reply;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for the answer to any request whatsoever. */
final class AnswerRules {
    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 302, 304);

    private AnswerRules() {}

    /** Nothing is kept by a shared cache, and nothing by any cache without asking. */
    private static final Set<String> CACHING = Set.of("no-store", "private, no-cache");

    static void check(GeneratedRequest request, Reply reply) {
        if (request.path().matches("/v1(/.*)?") || reply.status() >= 400) {
            assertCaching(reply);
        }
        request.total().ifPresent(total -> {
            assertThat(reply.status()).as(reply.body()).isIn(200, 503);
            assertThat(reply.status() == 503 || reply.data().getInt("total") == total)
                    .as(reply.body())
                    .isTrue();
        });
        if (WITHOUT_BODY.contains(reply.status()) || request.method().equals("HEAD")) {
            assertThat(reply.body()).isEmpty();
            assertThat(reply.status()).isNotEqualTo(500);
        } else if (reply.status() == 200) {
            assertSuccess(request, reply);
        } else if (!request.path().startsWith("/enroll")) {
            assertFailure(reply);
        }
    }

    static void assertCaching(Reply reply) {
        assertThat(reply.headers().allValues("Cache-Control")).hasSize(1).isSubsetOf(CACHING);
    }

    private static void assertSuccess(GeneratedRequest request, Reply reply) {
        if (request.path().startsWith("/v1")
                && request.method().matches("GET|POST")
                && reply.header("Content-Type").equals("application/json")) {
            assertThat(reply.json()).containsOnlyKeys("status", "data");
            if (request.method().equals("GET") && request.path().matches("[^?]*/bulk/?(\\?.*)?")) {
                reply.data().getJsonArray("items").getValuesAs(JsonObject.class).forEach(AnswerRules::assertAddsUp);
            } else if (request.path().matches("[^?]*/bulk(/check|/\\p{XDigit}{24})?(\\?.*)?")) {
                assertAddsUp(reply.data());
            }
        } else {
            assertThat(request.method()).isIn("GET", "PUT", "DELETE");
        }
    }

    private static void assertAddsUp(JsonObject data) {
        int total = data.getInt("total");
        assertThat(data.getInt("success") + data.getInt("fail")).isEqualTo(total);
        assertThat(data.getInt("success")).isBetween(0, total);
    }

    static void assertFailure(Reply reply) {
        assertThat(reply.header("Content-Type")).as(reply.body()).matches("application/json(; ?charset=(?i)utf-8)?");
        assertThat(reply.json()).containsOnlyKeys("status", "error");
        assertThat(reply.json().getBoolean("status")).isFalse();
        var error = reply.json().getJsonObject("error");
        var problem = problem(reply);
        assertThat(error.getString("message")).isEqualTo(problem.message());
        assertThat(problem).isNotEqualTo(HttpProblem.INTERNAL_ERROR);
        assertThat(problem != HttpProblem.DATABASE_UNAVAILABLE
                        || reply.headers().firstValue("Retry-After").isPresent())
                .isTrue();
        if (error.size() > 2) {
            assertThat(problem).isIn(HttpProblem.VALIDATION_FAILED, HttpProblem.TOKEN_NOT_USABLE);
            if (problem == HttpProblem.VALIDATION_FAILED) {
                assertThat(error.getJsonObject("data").getJsonArray("errors")).hasSizeBetween(1, 100);
            }
        }
    }

    /** The only one of this status and code. */
    static HttpProblem problem(Reply reply) {
        return Stream.of(HttpProblem.values())
                .filter(problem -> problem.status() == reply.status() && problem.code() == reply.errorCode())
                .findAny()
                .orElseThrow(() -> new AssertionError("no documented failure"));
    }
}
