package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.it.Refusal.errorsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form has to know. */
class LimitsIT extends SharedServer {
    private final Tenant tenant = Tenant.any().speaking("fr");

    @Test
    void are_the_configured_bounds_defaults_languages_plan_and_quota(EnrollmentServer server, HostDirectory host) {
        host.add(tenant.withQuota(3));
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());

        assertThat(limits(server).body())
                .isEqualTo(("{'status':true,'data':{'limits':{'recipients':2000,'bodyBytes':1048576,"
                                + "'displayName':128,'name':128,'tags':64,'emailText':20000,'duration':{'min':60,'max':2592000},"
                                + "'winPolicyAssignments':100,'priority':{'min':0,'max':10000},"
                                + "'hourlyRecipients':1000000,'resendInterval':60,'reminders':{'max':3,'min':900},'sendAhead':2592000,'hourlyTestMails':10},"
                                + "'defaults':{'duration':86400,'language':'fr'},"
                                + "'languages':['es','en','fr','de','it','zh','pt','ru'],'bulkEnrollment':true,"
                                + "'quota':{'limit':3,'used':1,'left':2}}}")
                        .replace('\'', '"'));
    }

    @Test
    void a_quota_counts_live_tokens_only(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant.withQuota(5));
        server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("ana"), tenant.address("bob"), tenant.address("eve"))
                        .withoutMail());
        assertThat(quota(server)).isEqualTo("{\"limit\":5,\"used\":3,\"left\":2}");

        database.update(
                "update enrollment.enrollment_token set state = 'DELETED' where organization_id = ?"
                        + " and email like 'ana@%'",
                tenant.id());
        database.update(
                "update enrollment.enrollment_token set expire_at = now() where organization_id = ?"
                        + " and email like 'bob@%'",
                tenant.id());

        assertThat(quota(server)).isEqualTo("{\"limit\":5,\"used\":1,\"left\":4}");
    }

    @Test
    void without_a_quota_and_without_the_plan_they_are_told_all_the_same(EnrollmentServer server, HostDirectory host) {
        host.addWithoutWindows(tenant.withoutBulkEnrollment());

        var data = limits(server).data();

        assertThat(data.getBoolean("bulkEnrollment")).isFalse();
        assertThat(data.getJsonObject("quota").toString()).isEqualTo("{\"limit\":null,\"used\":0,\"left\":null}");
    }

    @Test
    void any_caller_of_the_organization_may_see_them_and_nobody_else(
            EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var caller = DevelopmentJwt.of("form@acme.example", Instant.now());
        var member = caller.organizations(tenant.slug());

        assertThat(limits(server.as(member.without("groups").signedBy(keys))).status())
                .isEqualTo(200);
        assertThat(limits(server.as(member.permissions().signedBy(keys))).status())
                .isEqualTo(200);
        assertRefused(
                limits(server.as(caller.organizations("others")
                        .permissions(Permission.CREATE)
                        .signedBy(keys))),
                HttpProblem.ENTITY_NOT_FOUND);
        assertRefused(limits(server.asNobody()), HttpProblem.NO_TOKEN);
        assertRefused(limits(server.as("bad")), HttpProblem.INVALID_TOKEN);
    }

    @Test
    void an_unchanged_answer_need_not_be_sent_again(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var first = limits(server);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");

        assertThat(ifChanged(server, first).status()).isEqualTo(304);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        assertThat(ifChanged(server, first).status()).isEqualTo(200);
    }

    /** A form that respects what it was told is not refused, and one that goes beyond it is told the same bound. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            duration             | "duration":59                                   | {"limit":60}
            duration             | "duration":2592001                              | {"limit":2592000}
            language             | "language":"s3"                                 | {"valids":["es","en","fr","de","it","zh","pt","ru"]}
            displayName          | "displayName":"%1$s"                            | {"limit":128}
            winPolicyAssignments | "winPolicyAssignments":[{"priority":10001}]     | {"limit":10000}
            segmentId            | "segmentId":"s3"                                | {}
            type                 | "type":"s3"                                     | {"valids":["object"]}
            unknown              | "unknown":"s3"                                  | {}
            """)
    void an_error_tells_the_bound_that_was_exceeded(
            String field, String member, String context, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var body = "{\"sendEmail\":false,\"userEmails\":[]," + member.formatted("x".repeat(129)) + "}";

        var error = errorsOf(server.postBulk(tenant.slug(), body)).get(0);

        assertThat(error.getJsonArray("path").getString(0)).isEqualTo(field);
        assertThat(error.getJsonObject("context").toString()).isEqualTo(context);
    }

    private Reply ifChanged(EnrollmentServer server, Reply earlier) {
        return server.send(server.request(path(server))
                .header("If-None-Match", earlier.header("ETag"))
                .GET());
    }

    private String quota(EnrollmentServer server) {
        JsonObject data = limits(server).data();
        return data.getJsonObject("quota").toString();
    }

    private Reply limits(EnrollmentServer server) {
        return server.get(path(server));
    }

    private String path(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", "limits");
    }
}
