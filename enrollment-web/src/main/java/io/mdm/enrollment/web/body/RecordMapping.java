package io.mdm.enrollment.web.body;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Mapping of field values to a record by component name, the reverse of how answers are written. */
final class RecordMapping<R extends Record> implements Function<FieldValues, R> {
    private final Constructor<R> constructor;
    private final List<Field<?>> fields;

    /** @param fields by name, one for each component */
    RecordMapping(Class<R> type, Map<String, Field<?>> fields) {
        var components = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its canonical constructor", impossible);
        }
        this.fields = Stream.of(components)
                .<Field<?>>map(component -> field(component, fields))
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

    private static Field<?> field(RecordComponent component, Map<String, Field<?>> fields) {
        var field = fields.get(component.getName());
        if (field == null) {
            throw new IllegalArgumentException("no field for " + component);
        }
        return field;
    }
}
