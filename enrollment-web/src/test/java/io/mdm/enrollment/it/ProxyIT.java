package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.Nginx;
import io.mdm.enrollment.support.RawHttp;
import io.mdm.enrollment.support.RecordingServer;
import io.mdm.enrollment.support.Reply;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped configuration of the proxy: what reaches a node, and what is logged. */
@Tag("proxy")
class ProxyIT {
    private static final String SECRET = "mdmenr_s3cr3t";

    private final RecordingServer node = RecordingServer.start();
    private Nginx proxy;

    @BeforeEach
    void start() {
        proxy = Nginx.before(node.root());
    }

    @AfterEach
    void stop() {
        proxy.close();
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/openapi",
                "/openapi?format=JSON",
                "/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens?search=%3b;%2f",
                "/v1/organizations/%20/mdm",
                "/enroll",
                "/enroll/",
                "/enroll?lang=es",
                "/enroll/" + SECRET,
                "/enroll/" + SECRET + ".",
                "/enroll/" + SECRET + "%0D%0A",
                "/ENROLL/" + SECRET,
                "//enroll/" + SECRET,
                "/%65nroll/" + SECRET
            })
    void routes_of_the_module_reach_a_node_as_they_were_sent(String target) throws IOException {
        var reply = get(target);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Location")).isEmpty();
        assertThat(node.heads()).singleElement().asString().startsWith("GET " + target + " HTTP/1.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/",
                "/metrics;",
                "/metrics;a=b",
                "/metrics%3b",
                "/metrics%3B/",
                "/%6detrics",
                "//metrics",
                "/./metrics",
                "/METRICS",
                "/metrics?/v1/",
                "/health",
                "/health;",
                "/health;a=b/ready",
                "/health/ready",
                "/health%2fready",
                "/v1",
                "/v1;/../metrics",
                "/v1/../metrics",
                "/v1/..;/metrics",
                "/v1/%2e%2e/metrics",
                "/v1/%2e%2e;/metrics",
                "/v1/..%2fmetrics",
                "/v1/..%5cmetrics",
                "/v1/..\\metrics",
                "/v1/organizations/a;b=c",
                "/enroll/..;/health",
                "/enroll/../health",
                "/enrollment",
                "/openapi/",
                "/openapi;",
                "/api/",
                "/problem",
                "http://mdm.example/metrics",
                "http://mdm.example/metrics;"
            })
    void nothing_else_does(String target) throws IOException {
        var reply = get(target);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.errorCode()).isEqualTo(1002);
        assertThat(node.heads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/enroll/%s",
        "/enroll/%s;",
        "/Enroll/%s",
        "//enroll/%s",
        "/%%65nroll/%s",
        "/enrol1/%s",
        "/x/../enroll/%s",
        "/%%2565nroll/m%%2564menr_s3cr3t",
        "/metrics;/enroll/%s",
        "/v1/%s",
        "/v1/enroll/%s%%20",
        "/%s"
    })
    void personal_links_are_not_logged(String target) throws IOException {
        get(target.formatted(SECRET));
        node.close();
        get(target.formatted(SECRET));

        assertThat(proxy.logs()).contains(" GET ").doesNotContain("s3cr3t");
    }

    @Test
    void other_paths_are_logged() throws IOException {
        get("/v1/organizations/acme/mdm?search=s3cr3t");

        assertThat(proxy.logs())
                .contains(" GET /v1/organizations/acme/mdm 200 ")
                .doesNotContain("s3cr3t");
    }

    @Test
    void a_node_learns_who_called_and_nothing_that_the_caller_pretends() throws IOException {
        exchange("GET /enroll/ HTTP/1.1\r\nHost: mdm.example\r\nX-Forwarded-For: 6.6.6.6\r\nConnection: close\r\n\r\n");

        assertThat(node.heads()).singleElement().asString().contains("\r\nX-Forwarded-For: 127.0.0.1\r\n");
        assertThat(node.heads().get(0)).doesNotContain("6.6.6.6");
        assertThat(Files.readString(Nginx.shipped().resolveSibling("../compose-cluster.yaml")))
                .contains("MDM_ENROLLMENT_PAGE_CLIENT_ADDRESS_HEADER: X-Forwarded-For\n");
    }

    @Test
    void a_token_with_many_roles_reaches_a_node() throws IOException {
        var token = "x".repeat(30_000);
        exchange("GET /enroll/ HTTP/1.1\r\nHost: mdm.example\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");

        assertThat(node.heads()).singleElement().asString().contains(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "chunked, gzip", "gzip", "identity", "xchunked"})
    void transfer_codings_but_chunked_reach_no_node(String coding) throws IOException {
        var reply = exchange("POST /enroll/ HTTP/1.1\r\nHost: mdm.example\r\nTransfer-Encoding: " + coding
                + "\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(reply.status()).isIn(400, 501);
        assertThat(node.heads()).isEmpty();
    }

    private Reply get(String target) throws IOException {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: mdm.example\r\nConnection: close\r\n\r\n");
    }

    private Reply exchange(String request) throws IOException {
        return RawHttp.exchange(proxy.root(), request.getBytes(UTF_8));
    }
}
