package io.mdm.enrollment.web.body;

import java.util.function.Function;

/**
 * Schema of a body: the fields of the object that it is, and the request that they make.
 *
 * @param example the least that is a good body, for messages
 * @param otherwise the message that refuses a body that is not an object
 * @param request makes a request of values that were all accepted
 */
public record BodySchema<T>(String example, String otherwise, FieldTable fields, Function<FieldValues, T> request) {

    public static <T> BodySchema<T> of(String example, FieldTable fields, Function<FieldValues, T> request) {
        return new BodySchema<>(example, ValueReader.OBJECT, fields, request);
    }

    /** This schema with a message that shows the example to whoever sends something else than an object. */
    public BodySchema<T> showingExample() {
        return new BodySchema<>(example, "must be one JSON object: " + example, fields, request);
    }
}
