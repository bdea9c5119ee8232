package io.mdm.enrollment.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ApiDescriptionTest {
    private static final String BULKS = "v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk";
    private static final String COUNTS = "{\"status\":true,\"data\":{\"total\":1,\"success\":1,\"fail\":0}}";
    private static final String NOT_FOUND =
            "{\"status\":false,\"error\":{\"code\":1002,\"message\":\"Route not found\"}}";

    private final ApiDescription description = new ApiDescription(ApiDescription.shipped());

    @Test
    void an_answer_as_described_is_accepted() {
        assertThat(description.contradictions("POST", BULKS, reply(200, COUNTS)))
                .isEmpty();
        assertThat(description.contradictions("GET", "v1/nowhere", reply(404, NOT_FOUND)))
                .isEmpty();
        assertThat(description.contradictions("DELETE", BULKS, reply(405, NOT_FOUND, Map.of("Allow", "POST"))))
                .isEmpty();
    }

    @Test
    void a_field_more_or_less_is_reported() {
        assertThat(description.contradictions("POST", BULKS, reply(200, COUNTS.replace("}}", ",\"more\":1}}"))))
                .singleElement()
                .asString()
                .contains("more");
        assertThat(description.contradictions("POST", BULKS, reply(200, COUNTS.replace(",\"fail\":0", ""))))
                .singleElement()
                .asString()
                .contains("fail");
    }

    @Test
    void a_status_that_is_not_described_is_reported() {
        assertThat(description.contradictions("POST", BULKS, reply(201, COUNTS)))
                .isNotEmpty();
        assertThat(description.contradictions("POST", BULKS, reply(418, NOT_FOUND)))
                .isNotEmpty();
    }

    @Test
    void a_code_of_another_status_is_reported() {
        assertThat(description.contradictions("POST", BULKS, reply(403, NOT_FOUND)))
                .isNotEmpty();
    }

    @Test
    void another_media_type_is_reported() {
        assertThat(description.contradictions(
                        "GET", "v1/nowhere", reply(404, "<html/>", Map.of("Content-Type", "text/html"))))
                .isNotEmpty();
        assertThat(description.contradictions("GET", "v1/nowhere", reply(404, "")))
                .isNotEmpty();
    }

    @Test
    void a_missing_header_is_reported() {
        assertThat(description.contradictions("DELETE", BULKS, reply(405, NOT_FOUND)))
                .singleElement()
                .asString()
                .contains("Allow");
    }

    @Test
    void a_route_that_is_not_described_may_only_fail() {
        assertThat(description.contradictions("GET", "v1/secret", reply(200, COUNTS)))
                .isNotEmpty();
        assertThat(description.contradictions("PUT", BULKS, reply(200, COUNTS))).isNotEmpty();
    }

    @Test
    void what_every_http_server_answers_is_not_judged() {
        assertThat(description.contradictions("HEAD", BULKS, reply(405, ""))).isEmpty();
        assertThat(description.contradictions("OPTIONS", BULKS, reply(200, "POST")))
                .isEmpty();
    }

    @Test
    void a_reply_below_a_context_root_is_judged_and_one_of_a_neighbor_is_not() {
        var undescribed = reply(418, "");

        assertThat(ApiDescription.described("/mdm/", "GET", "/neighbor/v1/nowhere", undescribed))
                .isSameAs(undescribed);
        assertThatThrownBy(() -> ApiDescription.described("/mdm/", "GET", "/mdm/v1/nowhere", undescribed))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /mdm/v1/nowhere");
    }

    @Test
    void the_driver_does_not_hand_out_what_is_not_described() throws IOException {
        var undescribed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        undescribed.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        undescribed.start();
        try {
            int port = undescribed.getAddress().getPort();
            var server = EnrollmentServer.at(URI.create("http://127.0.0.1:" + port + "/"));

            assertThatThrownBy(() -> server.postBulk("acme", "{}")).isInstanceOf(AssertionError.class);
            assertThat(server.get("openapi").status()).isEqualTo(204);
        } finally {
            undescribed.stop(0);
        }
    }

    private static Reply reply(int status, String body) {
        return reply(status, body, Map.of());
    }

    private static Reply reply(int status, String body, Map<String, String> headers) {
        var all = new HashMap<>(Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
        all.putAll(headers);
        var map = all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
        return new Reply(status, HttpHeaders.of(map, (name, value) -> true), body);
    }
}
