package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.it.Refusal.errorsOf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRequestIT extends SharedServer {
    private static final String JSON = "application/json";

    private final Tenant tenant = Tenant.any();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\""
            })
    void takes_json(String contentType, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertThat(post(server, contentType, "{\"sendEmail\":true,\"userEmails\":[]}")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/mixed; boundary=x",
                "application/json; charset=iso-8859-1",
                "application/json; charset=",
                "application/vnd.api+json",
                "application/*",
                "*/*",
                "json",
                ""
            })
    void takes_nothing_else(String contentType, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertRefused(post(server, contentType, "{}"), HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void takes_nothing_that_is_not_said_to_be_json(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var untyped = server.request(server.bulks(tenant.slug()).getPath()).POST(BodyPublishers.ofString("{}"));

        assertRefused(server.send(untyped), HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity", "br"})
    void takes_nothing_encoded(String encoding, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var encoded = server.request(server.bulks(tenant.slug()).getPath())
                .header("Content-Type", JSON)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofString("{}"));

        assertRefused(server.send(encoded), HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"sendEmail\":true,\"userEmails\":[]}}",
                "{\"sendEmail\":true,\"sendEmail\":true,\"userEmails\":[]}",
                "{\"sendEmail\":true,\"userEmails\":[],\"duration\":NaN}",
                "{\"sendEmail\":true,\"userEmails\":[],\"duration\":1e400}",
                "{\"sendEmail\":true,\"userEmails\":[],\"displayName\":\"\\u0000\"}",
                "{\"sendEmail\":true,\"userEmails\":[],\"displayName\":\"\\ud800\"}",
                "{\"sendEmail\":true,\"userEmails\":[],\"organizationId\":\"acme\"}"
            })
    void refuses_a_body_that_is_not_as_documented(String body, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertThat(errorsOf(post(server, JSON, body))).isNotEmpty().allSatisfy(error -> {
            assertThat(error.keySet()).containsExactly("path", "type", "message", "context");
            assertThat(error.getString("message")).isNotBlank();
        });
    }

    @Test
    void refuses_depth_length_and_broken_text_without_losing_its_head(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var open = "{\"sendEmail\":true,\"userEmails\":[],\"tags\":";

        assertThat(errorsOf(post(server, JSON, open + "[".repeat(100_000)))).isNotEmpty();
        assertThat(errorsOf(post(server, JSON, open + "9".repeat(2_000) + "}"))).isNotEmpty();
        assertThat(errorsOf(
                        post(server, JSON, BodyPublishers.ofByteArray((open + "[\"\u00ff\"]}").getBytes(ISO_8859_1)))))
                .isNotEmpty();
        assertThat(errorsOf(post(server, JSON, "1,".repeat(500_000)))).isNotEmpty();
    }

    @Test
    void tells_all_errors_in_document_order_and_repeats_no_value(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var reply = post(server, JSON, """
                {"sendEmail": "secret-1", "state": "secret-2", "winPolicyAssignments": [{"priority": 10001}],
                 "duration": 59, "language": "secret-3"}""");

        assertThat(errorsOf(reply))
                .extracting(error -> error.getJsonArray("path") + " " + error.getString("type"))
                .containsExactly(
                        "[\"sendEmail\"] boolean.base",
                        "[\"state\"] object.unknown",
                        "[\"winPolicyAssignments\",0,\"priority\"] number.max",
                        "[\"duration\"] number.min",
                        "[\"language\"] any.only",
                        "[\"userEmails\"] any.required");
        assertThat(reply.body()).doesNotContain("secret").doesNotContain("truncated");
    }

    @Test
    void tells_100_errors_and_that_there_are_more(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var tags = Json.createArrayBuilder();
        IntStream.range(0, 101).forEach(tags::add);
        var reply = server.postBulk(tenant, BulkBody.inviting().with("tags", tags.build()));

        assertThat(errorsOf(reply)).hasSize(100);
        assertThat(reply.json().getJsonObject("error").getJsonObject("data").getBoolean("truncated"))
                .isTrue();
    }

    @Test
    void refuses_a_byte_too_many_that_was_not_declared(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var good = "{\"sendEmail\":true,\"userEmails\":[]}";
        var padding = " ".repeat(1_048_576 - good.length());

        assertThat(post(server, JSON, chunked(good + padding)).status()).isEqualTo(200);
        assertRefused(post(server, JSON, chunked(good + padding + " ")), HttpProblem.BODY_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "winPolicyId|\"0123456789abcdef01234567\"",
                "winPolicyAssignments|[{\"winPolicyId\":\"0123456789abcdef01234567\",\"priority\":1}]",
                "segmentId|4711"
            })
    void refuses_what_the_organization_does_not_have(
            String field, String value, EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var body =
                "{\"sendEmail\":true,\"userEmails\":[\"%s\"],\"%s\":%s}".formatted(tenant.address("ana"), field, value);

        assertRefused(post(server, JSON, body), HttpProblem.ENTITY_NOT_FOUND);
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id()))
                .isZero();
    }

    @Test
    void takes_policies_and_segments_of_the_organization_and_not_of_others(
            EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var other = host.add(Tenant.any());
        host.addSegment(tenant, 7);
        var policy = host.addPolicy(tenant);
        var body = BulkBody.inviting(tenant.address("ana"))
                .withoutMail()
                .with("winPolicyId", policy.toUpperCase(Locale.ROOT))
                .with("segmentId", Json.createValue(7));

        assertThat(server.postBulk(tenant, body).status()).isEqualTo(200);
        assertRefused(server.postBulk(other, body), HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void nobody_invited_is_a_success_that_creates_nothing(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var reply = server.postBulk(tenant, BulkBody.inviting());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":true,\"data\":{\"total\":0,\"success\":0,\"fail\":0}}");
        assertThat(reply.headers().firstValue("Content-Location")).isEmpty();
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id()))
                .isZero();
    }

    @Test
    void says_where_the_report_is(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var reply = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), "nobody"));

        assertThat(reply.body()).isEqualTo("{\"status\":true,\"data\":{\"total\":2,\"success\":1,\"fail\":1}}");
        assertThat(reply.header("Content-Type")).isEqualTo(JSON);
        assertThat(reply.header("Content-Location"))
                .matches(server.bulks(tenant.slug()).getPath() + "/[0-9a-f]{24}");
        assertThat(server.report(reply.header("Content-Location")).status()).isEqualTo(200);
    }

    @Test
    void is_a_success_even_when_nobody_gets_a_token(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var reply = server.postBulk(tenant, BulkBody.inviting("nobody", "", "nobody"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("{\"status\":true,\"data\":{\"total\":3,\"success\":0,\"fail\":3}}");
        assertThat(server.reportOf(reply).getJsonArray("items").getValuesAs(JsonObject.class))
                .extracting(item -> item.getString("outcome"))
                .containsOnly("invalid");
    }

    @Test
    void takes_a_byte_order_mark_and_settings_in_an_envelope(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var body =
                "\uFEFF{\"type\":\"object\",\"children\":{\"sendEmail\":\"TRUE\",\"duration\":\" 8.64e4\"},\"userEmails\":[]}";

        assertThat(post(server, JSON, body).status()).isEqualTo(200);
    }

    private Reply post(EnrollmentServer server, String contentType, String body) {
        return post(server, contentType, BodyPublishers.ofString(body));
    }

    private Reply post(EnrollmentServer server, String contentType, BodyPublisher body) {
        return server.send(server.request(server.bulks(tenant.slug()).getPath())
                .header("Content-Type", contentType)
                .POST(body));
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
