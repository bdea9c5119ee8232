package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.support.ApiDescription;
import io.mdm.enrollment.support.ApiDocument;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Route;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.web.EnrollmentApplication;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiIT extends SharedServer {
    private static final Set<Route> PAGES = Set.of(
            new Route("GET", "/" + Paths.ENROLL, Optional.empty()),
            new Route("POST", "/" + Paths.ENROLL, Optional.empty()),
            new Route("GET", "/" + Paths.ENROLL + "/{token}", Optional.empty()));
    private static final String ANY_ID = "0".repeat(24);
    /** What JAX-RS answers of itself. */
    private static final List<String> EVERYWHERE = List.of("HEAD", "OPTIONS");

    private final ApiDocument described = ApiDocument.parse(ApiDescription.shipped());

    @ParameterizedTest
    @ValueSource(strings = {"/openapi", "/openapi?format=JSON"})
    void the_server_publishes_the_reviewed_document_and_completes_it(String form, EnrollmentServer server) {
        var published = ApiDocument.parse(server.asNobody().get(form).body());

        var expected = described.inVersionOf(published).statements();
        expected.putAll(completions());
        assertThat(published.statements()).containsExactlyEntriesOf(expected);
    }

    /** What only the server knows: see {@code pom.xml} for its limits and its link base. */
    private static Map<String, String> completions() {
        var linkBase = Map.of(
                "url", "https://mdm.example", "description", "Link base: the address with which personal links begin");
        var completions = new HashMap<>(Map.of(
                "/info/version", System.getProperty("enrollment.version"),
                "/components/schemas/UserEmails/maxItems", "2000",
                "/components/responses/BulkTooLarge/description",
                        "The request body is, or declares to be, larger than 1048576 bytes"));
        PAGES.forEach(page -> linkBase.forEach(
                (key, value) -> completions.put("/paths/" + page.path() + "/servers/0/" + key, value)));
        return completions;
    }

    @Test
    void the_resources_have_the_routes_and_permissions_that_are_described() {
        var routes = new HashSet<>(Route.of(new EnrollmentApplication()));
        routes.addAll(PAGES);

        assertThat(described.routes()).isEqualTo(routes);
    }

    @Test
    void the_server_allows_the_methods_that_are_described(EnrollmentServer server) {
        var methods = described.routes().stream()
                .collect(Collectors.groupingBy(Route::path, Collectors.mapping(Route::method, Collectors.toSet())));

        assertThat(methods)
                .hasSizeGreaterThan(3)
                .allSatisfy((path, described) -> assertAllowed(allowed(path, server), described));
    }

    private static void assertAllowed(Set<String> allowed, Set<String> described) {
        assertThat(allowed).containsAll(described);
        if (ServerProduct.chosen().allowsMethodsOfOneRoute()) {
            assertThat(allowed).isEqualTo(described);
        }
    }

    @Test
    void every_permission_is_described_in_words_too() {
        assertThat(described.routes())
                .allSatisfy(route -> route.permission()
                        .ifPresent(permission -> assertThat(described.descriptionOf(route))
                                .contains("**Required permission:** `" + permission + "`")));
    }

    @Test
    void every_failure_is_described() {
        var failures = Stream.of(HttpProblem.values())
                .map(problem -> problem.status() + " " + problem.code() + " " + problem.message())
                .distinct()
                .toList();

        assertThat(described.failures()).containsExactlyInAnyOrderElementsOf(failures);
    }

    private static Set<String> allowed(String path, EnrollmentServer server) {
        var anyRoute = path.replaceAll("\\{\\w+}", ANY_ID).substring(1);
        var reply = server.send(server.request(anyRoute).method("PATCH", BodyPublishers.noBody()));
        return Stream.of(reply.header("Allow").split("[, ]+"))
                .filter(method -> !EVERYWHERE.contains(method))
                .collect(Collectors.toSet());
    }
}
