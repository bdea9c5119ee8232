package io.mdm.enrollment.web.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of the document in the version of OpenAPI that the server publishes: 3.0, or 3.1 with MicroProfile OpenAPI 4,
 * where null is a type and {@code nullable} is unknown.
 */
record PublishedSchemas(List<Schema> schemas) {
    /** Value of {@code minProperties} in the file of the WAR where the reviewed one allows no other properties. */
    private static final Integer CLOSED = 0;

    private static final String NULLABLE = "nullable";
    private static final boolean NULL_IS_A_TYPE =
            Stream.of(SchemaType.values()).anyMatch(type -> type.name().equals("NULL"));

    void writeTo(OpenAPI document) {
        schemas.forEach(PublishedSchemas::close);
        if (NULL_IS_A_TYPE) {
            schemas.forEach(PublishedSchemas::typeNull);
            document.setOpenapi("3.1.0");
        }
    }

    @SuppressWarnings("deprecation") // the only way that version 3 has, too
    private static void close(Schema schema) {
        if (Objects.equals(schema.getMinProperties(), CLOSED)) {
            schema.setMinProperties(null);
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    private static void typeNull(Schema schema) {
        if (Boolean.TRUE.equals(schema.get(NULLABLE))) {
            var keywords = new HashMap<>(schema.getAll());
            keywords.remove(NULLABLE);
            schema.setAll(keywords);
            schema.addType(SchemaType.NULL);
        }
    }
}
