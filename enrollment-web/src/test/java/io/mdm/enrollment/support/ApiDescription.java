package io.mdm.enrollment.support;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Message;
import io.mdm.enrollment.api.http.Paths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the module says of its HTTP API, {@code META-INF/openapi.yaml}: a reply that it does not know is a mistake. */
public final class ApiDescription {
    /** Where the module puts it. */
    public static final String RESOURCE = "/META-INF/openapi.yaml";

    private static final ApiDescription SHIPPED = new ApiDescription(shipped());
    private static final Set<String> ROOTS = Set.of(Paths.API, Paths.ENROLL);
    private static final Set<String> NO_SUCH_ROUTE =
            Set.of("validation.request.path.missing", "validation.request.operation.notAllowed");
    /** Its failures include those of routes that there are not. */
    private static final String ANY_ROUTE = "/" + Paths.API + "/"
            + Paths.ENROLLMENT_TOKENS.replace("{organizationId}", "any") + "/bulk/000000000000000000000000";

    /** Its failures include those of whatever else somebody opens below it. */
    private static final String ANY_PAGE = "/" + Paths.ENROLL + "/any";

    private final OpenApiInteractionValidator validator;

    ApiDescription(String yaml) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
                .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored()) // where they are allowed
                .build();
    }

    /** The text of the description that is on the class path. */
    public static String shipped() {
        try (var yaml = ApiDescription.class.getResourceAsStream(RESOURCE)) {
            return new String(Objects.requireNonNull(yaml, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the reply if it is as described, or none of the API's.
     *
     * @param contextRoot with slashes at both ends
     * @throws AssertionError if it is not as described
     */
    static Reply described(String contextRoot, String method, String path, Reply reply) {
        if (path.startsWith(contextRoot)) {
            var route = path.substring(contextRoot.length());
            var contradictions = SHIPPED.contradictions(method, route, reply);
            if (!contradictions.isEmpty()) {
                throw new AssertionError("%s %s is not answered as %s says: %s%n%s"
                        .formatted(method, path, RESOURCE, contradictions, reply));
            }
        }
        return reply;
    }

    /**
     * What of a reply is not as described.
     *
     * @param route the path below the context root, without a slash before it
     */
    List<String> contradictions(String method, String route, Reply reply) {
        if (isOfTheProtocol(method, reply) || !ROOTS.contains(route.split("/", 2)[0])) {
            return List.of();
        }
        return judge(method, "/" + route, reply).getMessages().stream()
                .map(Message::toString)
                .toList();
    }

    /** Whether HTTP, CORS or JAX-RS says what is answered. */
    private static boolean isOfTheProtocol(String method, Reply reply) {
        return (method.equals("HEAD") && reply.body().isEmpty()) || (method.equals("OPTIONS") && reply.status() < 400);
    }

    private ValidationReport judge(String method, String path, Reply reply) {
        var response = response(reply);
        var report = validator.validateResponse(path, Method.valueOf(method), response);
        boolean noSuchRoute = report.getMessages().stream().map(Message::getKey).anyMatch(NO_SUCH_ROUTE::contains);
        return noSuchRoute && reply.status() >= 400
                ? validator.validateResponse(standIn(method, path), Method.GET, response)
                : report;
    }

    private static String standIn(String method, String path) {
        return method.equals("GET") && path.split("/", 3)[1].equals(Paths.ENROLL) ? ANY_PAGE : ANY_ROUTE;
    }

    private static SimpleResponse response(Reply reply) {
        var response = SimpleResponse.Builder.status(reply.status());
        reply.headers().map().forEach(response::withHeader);
        return reply.body().isEmpty()
                ? response.build()
                : response.withBody(reply.body()).build();
    }
}
