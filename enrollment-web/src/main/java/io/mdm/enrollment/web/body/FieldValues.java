package io.mdm.enrollment.web.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of the fields given in a request. */
public final class FieldValues {
    private final Map<String, @Nullable Object> given = new HashMap<>();

    /** Names of the fields given. */
    public Set<String> names() {
        return Set.copyOf(given.keySet());
    }

    /** Value of a field that is required or has a default. */
    public <T> T of(Field<T> field) {
        return Objects.requireNonNull(valueOf(field), field.name());
    }

    /** Value of a field that may be absent. */
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable(valueOf(field));
    }

    boolean has(Field<?> field) {
        return given.containsKey(field.name());
    }

    /** Adds a value that was read elsewhere. */
    public <T> void add(Field<T> field, T value) {
        put(field, value);
    }

    void put(Field<?> field, @Nullable Object value) {
        given.put(field.name(), value);
    }

    @SuppressWarnings("unchecked") // read by the field's own rule
    <T> @Nullable T valueOf(Field<T> field) {
        return has(field) ? (T) given.get(field.name()) : field.defaultValue();
    }
}
