package io.mdm.enrollment.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An OpenAPI document, taken apart to be compared. */
public record ApiDocument(JsonNode tree) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    /** What Payara adds. */
    private static final String ADDED = "endpoints";

    /** @param text YAML or JSON, which is YAML, too */
    public static ApiDocument parse(String text) {
        try {
            return new ApiDocument(YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Everything it says, each value by where it stands.
     *
     * <p>Except what does not survive on some servers: nulls, empty arrays, extensions, whether a body is required, the
     * order of {@code allOf}, and the server {@code /}, which is the default. OpenAPI 3.1 has two forms of the same
     * constant and of the same extended schema; it says the shorter one.
     */
    public SortedMap<String, String> statements() {
        var statements = new TreeMap<String, String>();
        collect("", tree, statements);
        statements
                .keySet()
                .removeIf(where -> where.startsWith("/" + ADDED + "/") || where.endsWith("/requestBody/required"));
        if (contextRoot().isEmpty()) {
            statements.keySet().removeIf(where -> where.startsWith("/servers/0/"));
        }
        return statements;
    }

    /** Where the operations are, from the root of the server: some servers write the context root into the paths. */
    public Set<String> addresses() {
        return operations().map(operation -> contextRoot() + operation.path()).collect(Collectors.toSet());
    }

    /** Without the address of the server, which some write before it. */
    private String contextRoot() {
        var url = tree.path("servers").path(0).path("url").asText("");
        return URI.create(url).getPath().replaceFirst("/$", "");
    }

    /** The same as a server says it: in its version of OpenAPI. */
    public ApiDocument inVersionOf(ApiDocument published) {
        return published.tree.path("openapi").asText().startsWith("3.1") ? inOpenApi31() : this;
    }

    /** Where null is a type. */
    private ApiDocument inOpenApi31() {
        ObjectNode document = tree.deepCopy();
        document.put("openapi", "3.1.0");
        document.findParents("nullable").forEach(parent -> {
            var schema = (ObjectNode) parent;
            schema.remove("nullable");
            var type = schema.get("type");
            schema.putArray("type").add(type).add("null");
        });
        return new ApiDocument(document);
    }

    /** The routes that it describes. */
    public Set<Route> routes() {
        return operations()
                .map(operation -> new Route(
                        operation.method().toUpperCase(Locale.ROOT),
                        operation.path(),
                        Optional.ofNullable(operation.node().get("x-required-permission"))
                                .map(JsonNode::asText)))
                .collect(Collectors.toSet());
    }

    /** What it says in words of a route that it has. */
    public String descriptionOf(Route route) {
        return tree.get("paths")
                .get(route.path())
                .get(route.method().toLowerCase(Locale.ROOT))
                .get("description")
                .asText();
    }

    /** The failures that it shows as examples: status, code and message. */
    public Set<String> failures() {
        return operations()
                .flatMap(operation -> operation.node().get("responses").properties().stream())
                .flatMap(response -> resolved(response.getValue()).findValues("error").stream()
                        .filter(error -> error.path("code").isInt())
                        .map(error -> "%s %s %s"
                                .formatted(
                                        response.getKey(),
                                        error.get("code").asText(),
                                        error.get("message").asText())))
                .collect(Collectors.toSet());
    }

    /** The names of the headers with which the routes below a path answer. */
    public Set<String> responseHeaders(String below) {
        return operations()
                .filter(operation -> operation.path().startsWith(below))
                .flatMap(operation -> operation.node().get("responses").properties().stream())
                .flatMap(response -> resolved(response.getValue()).path("headers").properties().stream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private record Operation(String method, String path, JsonNode node) {}

    private Stream<Operation> operations() {
        return tree.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Operation(operation.getKey(), path.getKey(), operation.getValue())));
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? tree.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static void collect(String where, JsonNode node, Map<String, String> statements) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(field -> !field.getKey().startsWith("x-"))
                    .forEach(field -> collect(where + "/" + field.getKey(), field.getValue(), statements));
        } else if (where.endsWith("/enum") && node.size() == 1) {
            collect(where.replaceFirst("enum$", "const"), node.get(0), statements);
        } else if (where.endsWith("/allOf")) {
            collectParts(where, node, statements);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(where + "/" + i, node.get(i), statements);
            }
        } else if (!node.isNull()) {
            statements.put(where, node.asText());
        }
    }

    /** A schema that others extend may stand beside the extensions. */
    private static void collectParts(String where, JsonNode parts, Map<String, String> statements) {
        int extension = 0;
        for (var part : parts) {
            var extended = part.size() == 1 && part.has("$ref");
            collect(extended ? where.replaceFirst("/allOf$", "") : where + "/" + extension++, part, statements);
        }
    }
}
