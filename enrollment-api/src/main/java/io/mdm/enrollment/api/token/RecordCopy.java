package io.mdm.enrollment.api.token;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copy of a record with one component replaced, so that no code but its header lists all of them. */
final class RecordCopy {
    private RecordCopy() {}

    /** @throws IllegalArgumentException when the record has no component of that name, or it cannot hold the value */
    static <R extends Record> R with(R original, String name, @Nullable Object value) {
        var components = original.getClass().getRecordComponents();
        if (Stream.of(components).noneMatch(component -> component.getName().equals(name))) {
            throw new IllegalArgumentException(name);
        }
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components)
                .map(component -> component.getName().equals(name) ? value : valueOf(component, original))
                .toArray();
        try {
            @SuppressWarnings("unchecked")
            var copy = (R) original.getClass().getDeclaredConstructor(types).newInstance(values);
            return copy;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record original) {
        try {
            return component.getAccessor().invoke(original);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
