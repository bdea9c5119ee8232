package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.it.Refusal.errorsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The answers to a bulk request that fails on every count from one on: the first decides. In the order of the checks.
 */
class AnswerTableIT extends SharedServer {
    private static final String UNKNOWN_POLICY = "0123456789abcdef01234567";

    private final Tenant tenant = Tenant.any();
    private final DevelopmentJwt nobody = DevelopmentJwt.of("admin@answers.example", Instant.now());

    @Test
    void no_token(EnrollmentServer server) {
        assertRefused(postWorst(server.asNobody()), HttpProblem.NO_TOKEN);
    }

    @Test
    void then_a_bad_token(EnrollmentServer server) {
        assertRefused(postWorst(server.as("bad")), HttpProblem.INVALID_TOKEN);
    }

    @Test
    void then_an_organization_that_is_unknown_or_of_others(
            EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        var unknown = server.as(nobody.organizations("*").signedBy(keys));
        assertRefused(postWorst(unknown), HttpProblem.ENTITY_NOT_FOUND);

        host.addWithoutWindows(tenant.withoutBulkEnrollment());
        var others = server.as(nobody.organizations("others").signedBy(keys));
        assertRefused(postWorst(others), HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void then_a_missing_permission(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.addWithoutWindows(tenant.withoutBulkEnrollment());
        var visitor = server.as(
                nobody.organizations(tenant.id()).permissions(Permission.LIST).signedBy(keys));

        assertRefused(postWorst(visitor), HttpProblem.FORBIDDEN);
    }

    @Test
    void then_a_plan_without_the_feature(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant.withoutBulkEnrollment());

        assertRefused(postWorst(server), HttpProblem.FEATURE_NOT_IN_PLAN);
    }

    @Test
    void then_a_wrong_media_type(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant);

        assertRefused(postWorst(server), HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(
                postHead(server, "Content-Type: application/x-www-form-urlencoded"),
                HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void then_a_body_declared_too_large(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant);

        assertRefused(postHead(server, "Content-Type: application/json"), HttpProblem.BODY_TOO_LARGE);
    }

    @Test
    void then_a_bad_body(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant);
        var bad =
                BulkBody.inviting(tooMany()).with("winPolicyId", UNKNOWN_POLICY).with("duration", "never");

        assertThat(errorsOf(server.postBulk(tenant, bad)))
                .extracting(AnswerTableIT::whereAndWhat)
                .containsExactly("[\"duration\"] number.base");
    }

    @Test
    void then_too_many_recipients(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant);
        var tooMany = BulkBody.inviting(tooMany()).with("winPolicyId", UNKNOWN_POLICY);

        assertRefused(server.postBulk(tenant, tooMany), HttpProblem.TOO_MANY_RECIPIENTS);
    }

    @Test
    void then_an_organization_without_windows(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant);

        assertRefused(server.postBulk(tenant, BulkBody.inviting()), HttpProblem.ENTITY_NOT_FOUND);
    }

    private List<String> tooMany() {
        return IntStream.rangeClosed(0, 2000)
                .mapToObj(i -> tenant.address("a" + i))
                .toList();
    }

    /** Wrong in everything that is looked at before the body; the body it announces never comes. */
    private Reply postWorst(EnrollmentServer server) {
        return postHead(server, "Content-Type: nonsense\nContent-Encoding: gzip");
    }

    private Reply postHead(EnrollmentServer server, String headers) {
        var path = server.bulks(tenant.slug()).getPath();
        return server.sendRaw("POST " + path + " HTTP/1.0\nHost: localhost\nContent-Length: 1048577\n" + headers, "");
    }

    private static String whereAndWhat(JsonObject error) {
        return error.getJsonArray("path") + " " + error.getString("type");
    }
}
