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
import io.mdm.enrollment.support.Route;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.web.EnrollmentApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Query parameters that a route does not know. */
class UnknownParametersIT extends SharedServer {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

    private final Tenant tenant = Tenant.any();

    /** Every route there is, new ones too. */
    static Stream<Route> routes() {
        return Route.of(new EnrollmentApplication()).stream();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void are_refused_on_every_route(Route route, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        var reply = server.send(request(route, "?dryRun=true", server));

        assertThat(errorsOf(reply)).singleElement().satisfies(error -> {
            assertThat(error.getJsonArray("path").toString()).isEqualTo("[\"dryRun\"]");
            assertThat(error.getString("type")).isEqualTo("object.unknown");
            assertThat(error.getJsonObject("context")).isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("routes")
    void are_refused_after_the_caller_and_the_media_type(
            Route route, EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var other = server.as(DevelopmentJwt.of("eve@acme.example", Instant.now())
                .organizations("others")
                .permissions(Permission.CREATE)
                .signedBy(keys));

        assertRefused(other.send(request(route, "?dryRun=true", other)), HttpProblem.ENTITY_NOT_FOUND);
        if (WITH_BODY.contains(route.method())) {
            var form = request(route, "?dryRun=true", server).setHeader("Content-Type", "text/plain");
            assertRefused(server.send(form), HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    @Test
    void are_refused_to_head_as_to_get(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var path = tokens(server) + "?dryRun=true";

        var head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.status()).isEqualTo(400);
        assertThat(server.send(server.request(tokens(server)).method("HEAD", BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keep_a_request_from_being_carried_out(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);

        var reply = server.post(
                server.bulks(tenant.slug()).getRawPath() + "?dryRun=true",
                BulkBody.inviting(tenant.address("ana")).withoutMail().json().toString());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id()))
                .isZero();
    }

    @Test
    void are_told_together_with_other_errors_of_the_query(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertThat(errorsOf(server.get(tokens(server) + "?page=0&sort=s3cr3t&dryRun=s3cr3t&Page=1")))
                .extracting(error -> error.getJsonArray("path").getString(0))
                .containsExactlyInAnyOrder("page", "sort", "dryRun", "Page");
        assertThat(server.get(tokens(server) + "?sort=s3cr3t&dryRun=s3cr3t").body())
                .doesNotContain("s3cr3t");
    }

    @Test
    void are_told_by_64_printable_characters(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertThat(errorsOf(server.get(tokens(server) + "?%0A" + "k".repeat(100) + "=1")))
                .extracting(error -> error.getJsonArray("path").getString(0))
                .containsExactly("k".repeat(64));
    }

    /** Mail programs append some. */
    @Test
    void are_no_hindrance_on_the_page(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var link = server.reportOf(bulk).getJsonArray("items").getJsonObject(0).getString("enrollmentLink");

        assertThat(server.open(link).status()).isEqualTo(200);
        assertThat(server.asNobody()
                        .get(java.net.URI.create(link).getRawPath() + "?utm_source=mail")
                        .status())
                .isEqualTo(200);
    }

    private HttpRequest.Builder request(Route route, String query, EnrollmentServer server) {
        var path = route.path().replace("{organizationId}", tenant.slug()).replaceAll("\\{\\w+}", "0".repeat(24));
        var request = server.request(path.substring(1) + query);
        return WITH_BODY.contains(route.method())
                ? request.header("Content-Type", "application/json")
                        .method(route.method(), BodyPublishers.ofString("{}"))
                : request.method(route.method(), BodyPublishers.noBody());
    }

    private String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }
}
