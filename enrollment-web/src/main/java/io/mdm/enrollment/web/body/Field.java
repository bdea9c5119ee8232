package io.mdm.enrollment.web.body;

import org.jspecify.annotations.Nullable;

/**
 * Field of an object in a request body.
 *
 * @param required whether an object without it is refused
 * @param defaultValue value of a field that is not given, where it is needed
 */
public record Field<T>(
        String name,
        ValueRule<T> rule,
        boolean required,
        @Nullable T defaultValue) {

    public static <T> Field<T> required(String name, ValueRule<T> rule) {
        return new Field<>(name, rule, true, null);
    }

    public static <T> Field<T> optional(String name, ValueRule<T> rule) {
        return new Field<>(name, rule, false, null);
    }

    /** This field with a default other than null. */
    public Field<T> withDefault(T value) {
        return new Field<>(name, rule, required, value);
    }
}
