package io.mdm.enrollment.web.body;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes records of the fields that have the names of their components, as answers are written. */
final class RecordMapping<R extends Record> implements Function<FieldValues, R> {
    private final Constructor<R> constructor;
    private final List<Field<?>> fields;

    /** @param fields by their names; one for each component, or the program does not start */
    RecordMapping(Class<R> type, Map<String, Field<?>> fields) {
        var components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its canonical constructor", impossible);
        }
        this.fields = Stream.of(components)
                .<Field<?>>map(component -> Objects.requireNonNull(
                        fields.get(component.getName()),
                        "no field for " + type.getSimpleName() + "." + component.getName()))
                .toList();
    }

    @Override
    public R apply(FieldValues values) {
        try {
            return constructor.newInstance(fields.stream().map(values::valueOf).toArray());
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
