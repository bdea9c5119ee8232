package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.ApiDescription;
import io.mdm.enrollment.support.ApiDocument;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteIT extends SharedServer {
    private static final String ORIGIN = "https://console.mdm.example";
    /** What the Fetch standard lets scripts read, and what only caches need. */
    private static final Set<String> READABLE_ANYWAY = Set.of("Cache-Control", "Vary");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowhere",
                "v1",
                "v1/nowhere",
                "v1/organizations/acme",
                "v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk/1/2",
                "v1/application.wadl",
                "problem",
                "index.html"
            })
    void a_route_that_is_none_is_not_found(String path, EnrollmentServer server) {
        assertRefused(server.get(path), HttpProblem.ROUTE_NOT_FOUND);
        assertRefused(server.asNobody().get(path), HttpProblem.ROUTE_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "POST"})
    void files_cannot_be_written(String method, EnrollmentServer server) {
        var request = server.request("index.html").method(method, BodyPublishers.noBody());

        assertRefused(server.send(request), HttpProblem.ROUTE_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "v1/nowhere", "problem"})
    void a_bad_token_is_told_first(String path, EnrollmentServer server) {
        assumeTrue(ServerProduct.chosen().refusesBadTokensEverywhere());
        assertRefused(server.as("bad").get(path), HttpProblem.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void bulks_are_only_posted_and_listed(String method, EnrollmentServer server) {
        assertNotAllowed(server.bulks("acme").getPath(), method, "POST", server);
        assertNotAllowed(server.bulks("acme").getPath(), method, "GET", server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void bulks_are_read_changed_and_revoked(String method, EnrollmentServer server) {
        assertNotAllowed(server.bulks("acme").getPath() + "/1", method, "GET", server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void pages_are_only_read(String method, EnrollmentServer server) {
        assertNotAllowed("enroll/anything", method, "GET", server.asNobody());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void the_form_is_read_and_sent(String method, EnrollmentServer server) {
        assertNotAllowed("enroll", method, "POST", server.asNobody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html, application/xml;q=0.9",
                "image/*",
                "application/json;q=0",
                "nonsense",
                "text/html;q=high",
                "application/json;q=7",
                ""
            })
    void answers_in_json_whatever_is_accepted(String accepted, EnrollmentServer server) {
        var html = server.request(server.bulks("acme").getPath())
                .header("Content-Type", "application/json")
                .header("Accept", accepted);

        assertThat(server.send(html.copy()
                                .POST(BodyPublishers.ofString(
                                        BulkBody.inviting().json().toString())))
                        .header("Content-Type"))
                .isEqualTo("application/json");
        assertThat(Refusal.errorsOf(server.send(html.copy().POST(BodyPublishers.ofString("{}")))))
                .isNotEmpty();
        assertRefused(server.send(server.request("nowhere").header("Accept", accepted)), HttpProblem.ROUTE_NOT_FOUND);
        var bad = server.as("bad").request(server.bulks("acme").getPath()).header("Accept", accepted);
        assertRefused(server.send(bad.POST(BodyPublishers.noBody())), HttpProblem.INVALID_TOKEN);
    }

    @Test
    void scripts_of_an_allowed_origin_may_read_every_answer(EnrollmentServer server) {
        assertReadable(server.send(from(ORIGIN, server, "nowhere")));
        assertReadable(server.send(from(ORIGIN, server.as("bad"), "nowhere")));
        assertReadable(server.send(from(ORIGIN, server.asNobody(), server.bulks("acme") + "/1")));
        var posted = server.send(from(ORIGIN, server, server.bulks("acme").getPath())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BulkBody.inviting().json().toString())));
        assertReadable(posted);
        var described = ApiDocument.parse(ApiDescription.shipped()).responseHeaders("/v1/");
        described.removeAll(READABLE_ANYWAY);
        assertThat(posted.header("Access-Control-Expose-Headers").split(", ")).containsAll(described);
        assertThat(described).contains("Content-Disposition", "ETag", "Retry-After");
    }

    @Test
    void scripts_of_an_allowed_origin_are_told_what_they_may_do(EnrollmentServer server) {
        var reply = server.send(preflight(ORIGIN, server));

        assertReadable(reply);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("Access-Control-Allow-Methods")).contains("POST");
        assertThat(reply.header("Access-Control-Allow-Headers").split(", "))
                .contains("Authorization", "Content-Type", "traceparent", "tracestate");
    }

    @Test
    void scripts_of_other_origins_may_read_nothing(EnrollmentServer server) {
        var other = ORIGIN + ".evil.example";

        assertThat(server.send(from(other, server, "nowhere")).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(server.send(preflight(other, server)).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static HttpRequest.Builder from(String origin, EnrollmentServer server, String path) {
        return server.request(path).header("Origin", origin);
    }

    private static HttpRequest.Builder preflight(String origin, EnrollmentServer server) {
        return from(origin, server.asNobody(), server.bulks("acme").getPath())
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody());
    }

    private static void assertReadable(Reply reply) {
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(reply.header("Vary")).contains("Origin");
    }

    private static void assertNotAllowed(String path, String method, String allowed, EnrollmentServer server) {
        var reply = server.send(server.request(path).method(method, BodyPublishers.noBody()));

        assertThat(reply.header("Allow")).contains(allowed);
        if (method.equals("HEAD")) {
            assertThat(reply.status()).isEqualTo(HttpProblem.METHOD_NOT_ALLOWED.status());
        } else {
            assertRefused(reply, HttpProblem.METHOD_NOT_ALLOWED);
        }
    }
}
