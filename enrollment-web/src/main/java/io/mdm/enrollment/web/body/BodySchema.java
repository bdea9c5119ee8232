package io.mdm.enrollment.web.body;

import io.mdm.enrollment.web.config.BodySize;
import java.util.function.Function;

/**
 * Schema of a body: its fields, and the request that they become.
 *
 * @param example a minimal valid body, for messages
 * @param otherwise message for a body that is not an object
 * @param request builds the request from accepted values
 * @param size maximum size of the body
 */
public record BodySchema<T>(
        String example, String otherwise, FieldTable fields, Function<FieldValues, T> request, BodySize size) {

    public static <T> BodySchema<T> of(String example, FieldTable fields, Function<FieldValues, T> request) {
        return new BodySchema<>(example, ValueReader.OBJECT, fields, request, BodySize.SMALL);
    }

    /** This schema, showing the example in the message for a body that is not an object. */
    public BodySchema<T> showingExample() {
        return new BodySchema<>(example, "must be one JSON object: " + example, fields, request, size);
    }

    /** This schema, for bodies of another maximum size. */
    public BodySchema<T> of(BodySize size) {
        return new BodySchema<>(example, otherwise, fields, request, size);
    }
}
