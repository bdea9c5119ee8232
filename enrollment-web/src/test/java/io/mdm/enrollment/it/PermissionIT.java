package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionIT extends SharedServer {
    private final Tenant own = Tenant.any();
    private final BulkBody body = BulkBody.inviting(own.address("ana")).withoutMail();
    private final DevelopmentJwt jwt =
            DevelopmentJwt.of("admin@permission.example", Instant.now()).permissions(Permission.CREATE);

    @Test
    void a_caller_belongs_to_an_organization_by_id_or_slug_or_to_all(
            EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(own);
        var memberships = Stream.of(
                jwt.organizations(own.id()),
                jwt.organizations(own.id().toUpperCase(Locale.ROOT)),
                jwt.organizations("others", own.slug()),
                jwt.organizations("*"),
                jwt.with("organizations", Json.createValue(own.slug())),
                jwt.with("organizations", Json.createValue("*")));

        assertThat(memberships.map(member -> server.as(member.signedBy(keys)))).allSatisfy(member -> {
            assertThat(member.postBulk(own, body).status()).isEqualTo(200);
            assertThat(member.postBulk(own.id().toUpperCase(Locale.ROOT), body.json())
                            .status())
                    .isEqualTo(200);
        });
    }

    @Test
    void a_caller_without_organizations_belongs_to_none(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(own);
        var strangers = Stream.of(
                jwt,
                jwt.organizations(),
                jwt.organizations("", "others"),
                jwt.organizations(own.slug() + "x"),
                jwt.organizations(own.slug().toUpperCase(Locale.ROOT)),
                jwt.with("organizations", Json.createValue(own.slug() + " others")),
                jwt.with("organizations", Json.createValue(1)));

        assertThat(strangers.map(stranger -> server.as(stranger.signedBy(keys))))
                .allSatisfy(stranger -> assertRefused(stranger.postBulk(own, body), HttpProblem.ENTITY_NOT_FOUND));
    }

    @Test
    void an_organization_of_others_looks_like_none_and_like_nonsense(
            EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(own);
        var stranger = server.as(jwt.organizations("others").signedBy(keys));
        var foreign = stranger.postBulk(own, body);

        assertRefused(foreign, HttpProblem.ENTITY_NOT_FOUND);
        assertThat(List.of("unknown", own.id().replace('a', 'b'), "ab", "not_of_the_pattern", "%2a", "x".repeat(65)))
                .map(name -> everythingIn(stranger.postBulk(name, body.json())))
                .containsOnly(everythingIn(foreign));
    }

    @ParameterizedTest
    @ValueSource(strings = {";b=c", "%0Ab", ";x=1", ";", "%20", "%2F", "%61"})
    void nothing_can_be_hung_on_an_organization(String more, EnrollmentServer server, HostDirectory host) {
        assumeTrue(ServerProduct.chosen().passesOn(more));
        host.add(own);

        assertRefused(server.postBulk(own.slug() + more, body.json()), HttpProblem.ENTITY_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "a;b=c", "a%0Ab", "*"})
    void nonsense_is_no_organization(String name, EnrollmentServer server) {
        assumeTrue(ServerProduct.chosen().passesOn(name));
        var path = server.bulks("any").getPath().replace("any", name);

        assertRefused(
                server.sendRaw("POST " + path + " HTTP/1.0\nHost: localhost\nContent-Length: 0", ""),
                HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void the_permission_is_needed_to_the_letter(
            EnrollmentServer server, SigningKeys keys, HostDirectory host, Database database) {
        host.add(own);
        var member = jwt.organizations(own.slug());
        var visitors = Stream.of(
                member.without("groups"),
                member.permissions(),
                member.permissions(Permission.LIST),
                member.permissions(Permission.CREATE + "s"),
                member.permissions("*", "mdm.windows.enrollmentToken", Permission.CREATE.toUpperCase(Locale.ROOT)));

        assertThat(visitors.map(visitor -> server.as(visitor.signedBy(keys))))
                .allSatisfy(visitor -> assertRefused(visitor.postBulk(own, body), HttpProblem.FORBIDDEN));
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_batch where organization_id = ?", own.id()))
                .isZero();
    }

    @Test
    void a_report_needs_a_permission_of_its_own(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(own);
        var report = server.postBulk(own, body).header("Content-Location");
        var creator = server.as(jwt.organizations(own.slug()).signedBy(keys));

        assertRefused(creator.report(report), HttpProblem.FORBIDDEN);
    }

    private static Map<String, Object> everythingIn(Reply reply) {
        var everything = new TreeMap<String, Object>(reply.headers().map());
        everything.remove("date");
        everything.put("body", reply.body());
        everything.put("status", reply.status());
        return everything;
    }
}
