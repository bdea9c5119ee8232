package io.mdm.enrollment.api.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shape of a public record class, for code that reads or fills records of any class. Determined once per class, because
 * the platform creates new descriptions of the components at every call.
 */
public final class RecordShape<R extends Record> {
    private static final ClassValue<RecordShape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
            return new RecordShape<>(type.asSubclass(Record.class));
        }
    };

    private final List<RecordComponent> components;
    private final Constructor<R> constructor;

    private RecordShape(Class<R> type) {
        components = List.of(type.getRecordComponents());
        try {
            constructor = type.getDeclaredConstructor(
                    components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its canonical constructor", impossible);
        }
    }

    @SuppressWarnings("unchecked") // computed from this class
    public static <R extends Record> RecordShape<R> of(Class<R> type) {
        return (RecordShape<R>) SHAPES.get(type);
    }

    /** The components in the order of their declaration. */
    public List<RecordComponent> components() {
        return components;
    }

    /** Value of one of the components. */
    public static @Nullable Object valueOf(RecordComponent component, Record object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param values of all components, in the order of their declaration */
    public R create(Stream<? extends @Nullable Object> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
