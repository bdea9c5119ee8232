package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an HTTP listener with the shipped configuration takes for a request. */
class ListenerIT extends SharedServer {
    private static final String BULKS = "/v1/organizations/acme/mdm/windows/enterprise/enrollment-tokens/bulk";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST    | BULKS         | gzip, chunked     | 400
            POST    | BULKS         | chunked, gzip     | 400
            POST    | BULKS         | chunked, chunked  | 400
            POST    | BULKS         | gzip              | 400
            POST    | BULKS         | identity          | 400
            POST    | BULKS         | chunked;q=1       | 400
            POST    | /nowhere      | gzip, chunked     | 400
            POST    | /enroll/      | gzip, chunked     | 400
            GET     | /enroll/      | gzip, chunked     | 400
            OPTIONS | BULKS         | gzip, chunked     | 400
            GET     | /health/ready | gzip, chunked     | 400
            """)
    void no_part_of_a_body_in_another_coding_is_taken_for_a_request(
            String method, String path, String coding, int status, EnrollmentServer server) throws IOException {
        assumeTrue(ServerProduct.chosen().passesOn(path));
        assertOnlyAnswer(status, answers(server, method, path, "Transfer-Encoding: " + coding));
    }

    @Test
    void nor_if_the_request_is_refused_for_something_else(EnrollmentServer server) throws IOException {
        var answers = answers(server, "POST", BULKS, "Authorization: Bearer x\r\nTransfer-Encoding: gzip, chunked");

        assertOnlyAnswer(answers.startsWith("HTTP/1.1 401 ") ? 401 : 400, answers);
    }

    @Test
    void nor_if_the_codings_are_given_apart(EnrollmentServer server) throws IOException {
        assertOnlyAnswer(400, answers(server, "POST", BULKS, "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked"));
    }

    @Test
    void a_body_in_chunks_ends_where_the_next_request_begins(EnrollmentServer server) throws IOException {
        assertThat(answers(server, "OPTIONS", BULKS, "Transfer-Encoding: chunked"))
                .containsPattern("(?s)^HTTP/1.1 2\\d\\d .*HTTP/1.1 200 .*Enroll");
    }

    @Test
    void nobody_changes_to_http_2_without_tls(EnrollmentServer server) throws IOException {
        assertThat(exchange(server, """
                        GET /enroll/ HTTP/1.1
                        Host: mdm.example
                        Connection: Upgrade, HTTP2-Settings
                        Upgrade: h2c
                        HTTP2-Settings: AAMAAABkAAQAAP__

                        """)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_token_may_have_400_roles(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        var tenant = Tenant.any();
        host.add(tenant);
        var roles = Stream.concat(
                        Stream.of(Permission.CREATE),
                        IntStream.range(0, 400).mapToObj(each -> "mdm.windows.enrollment.role." + each))
                .toArray(String[]::new);
        var token = DevelopmentJwt.of("admin@listener.example", Instant.now())
                .permissions(roles)
                .organizations(tenant.slug())
                .signedBy(keys);

        assertThat(token.length()).isGreaterThan(16_000);
        assertThat(server.as(token).postBulk(tenant, BulkBody.inviting()).status())
                .isEqualTo(200);
    }

    @Test
    void a_malformed_path_leaves_no_stack_trace_in_the_log(EnrollmentServer server) throws IOException {
        answers(server, "GET", "/v1/%zz", "Content-Length: 0");

        assertThat(Files.readString(Path.of(System.getProperty("it.directory"), "server.log")))
                .contains("io.mdm.enrollment.")
                .doesNotContain("URLDecoder");
    }

    private static void assertOnlyAnswer(int status, String answers) {
        assertThat(answers)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nConnection: close\r\n")
                .containsOnlyOnce("HTTP/1.1 ");
    }

    /** The answers to a request whose body is one chunk, and to another request behind it, if there is one. */
    private static String answers(EnrollmentServer server, String method, String path, String headers)
            throws IOException {
        return exchange(server, """
                        %s %s HTTP/1.1
                        Host: mdm.example
                        Content-Type: application/json
                        %s

                        2
                        {}
                        0

                        GET /enroll/ HTTP/1.1
                        Host: mdm.example
                        Connection: close

                        """.formatted(method, path.replace("BULKS", BULKS), headers));
    }

    private static String exchange(EnrollmentServer server, String requests) throws IOException {
        try (var socket = new Socket(server.base().getHost(), server.base().getPort())) {
            socket.setSoTimeout(Math.toIntExact(Patience.LIMIT.toMillis()));
            socket.getOutputStream().write(requests.replaceAll("\r?\n", "\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
