package io.mdm.enrollment.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDocumentTest {
    private final ApiDocument described = ApiDocument.parse(ApiDescription.shipped());

    @ParameterizedTest
    @CsvSource({
        "'/v1/organizations/', /v2/organizations/",
        "post:, put:",
        "'409':, '410':",
        "maximum: 2592000, maximum: 2592001",
        "'required: [total, success, fail]', required: [total]",
        "additionalProperties: false, additionalProperties: true",
        "'enum: [created, invalid, duplicate, pending, quota]', 'enum: [created, invalid, duplicate]'"
    })
    void a_document_that_says_something_else_differs(String text, String other) {
        var changed = ApiDescription.shipped().replaceFirst(Pattern.quote(text), other);

        assertThat(changed).isNotEqualTo(ApiDescription.shipped());
        assertThat(ApiDocument.parse(changed).statements()).isNotEqualTo(described.statements());
    }

    @Test
    void null_is_a_type_for_a_server_of_openapi_3_1() {
        var published = ApiDocument.parse("openapi: 3.1.0");

        assertThat(described.inVersionOf(published).statements())
                .containsEntry("/openapi", "3.1.0")
                .containsEntry("/components/schemas/IdOrNull/type/0", "string")
                .containsEntry("/components/schemas/IdOrNull/type/1", "null")
                .containsEntry("/components/schemas/Mail/type/1", "null")
                .containsEntry("/components/schemas/Mail/properties/lastReply/type/1", "null")
                .containsEntry("/components/schemas/Id/type", "string")
                .allSatisfy((where, value) -> assertThat(where).doesNotEndWith("/nullable"));
        assertThat(described.inVersionOf(described)).isSameAs(described);
    }

    @Test
    void every_array_has_a_bound() {
        var arrays = described.tree().findParents("type").stream()
                .filter(schema -> schema.get("type").asText().equals("array"))
                .toList();

        assertThat(arrays)
                .hasSizeGreaterThan(9)
                .allSatisfy(array ->
                        assertThat(array.has("maxItems")).as("%s", array).isTrue());
    }

    @Test
    void a_route_that_is_not_described_is_noticed() {
        var planted = new Route("DELETE", "/v1/planted/{id}", Optional.of(Permission.CREATE));

        assertThat(Route.of(new Planted())).containsExactly(planted);
        assertThat(described.routes()).doesNotContain(planted);
    }

    @Test
    void a_permission_that_is_not_described_is_noticed() {
        var changed = ApiDocument.parse(ApiDescription.shipped()
                .replace("x-required-permission: " + Permission.LIST, "x-required-permission: another"));

        assertThat(changed.routes()).isNotEqualTo(described.routes());
    }

    @Test
    void a_failure_that_is_not_described_is_noticed() {
        var changed = ApiDocument.parse(ApiDescription.shipped().replace("message: Server busy", "message: Busy"));

        assertThat(changed.failures()).isNotEqualTo(described.failures());
    }

    static class Planted extends Application {
        @Override
        public Set<Class<?>> getClasses() {
            return Set.of(PlantedResource.class);
        }
    }

    @Path("planted")
    static class PlantedResource {
        @DELETE
        @Path("{id}")
        @RequiresPermission(Permission.CREATE)
        public void delete() {
            // never called
        }
    }
}
