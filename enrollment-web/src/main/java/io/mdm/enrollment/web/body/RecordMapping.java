package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.spi.RecordShape;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Mapping of field values to a record by component name, the reverse of how answers are written. */
final class RecordMapping<R extends Record> implements Function<FieldValues, R> {
    private final RecordShape<R> shape;
    private final List<Field<?>> fields;

    /**
     * @param type a public record
     * @param fields by name, one for each component
     */
    RecordMapping(Class<R> type, Map<String, Field<?>> fields) {
        this.shape = RecordShape.of(type);
        this.fields = shape.components().stream()
                .<Field<?>>map(component -> field(component, fields))
                .toList();
    }

    @Override
    public R apply(FieldValues values) {
        return shape.create(fields.stream().map(values::valueOf));
    }

    private static Field<?> field(RecordComponent component, Map<String, Field<?>> fields) {
        var field = fields.get(component.getName());
        if (field == null) {
            throw new IllegalArgumentException("no field for " + component);
        }
        return field;
    }
}
