package io.mdm.enrollment.web.body;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Table of the fields of an object. Errors in values are noted in document order, missing fields after them in the
 * order of the table.
 */
public final class FieldTable {
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final List<Presence> presences;
    private final Map<String, FieldTable> wrapped;

    private FieldTable(List<Field<?>> fields, List<Presence> presences, Map<String, FieldTable> wrapped) {
        fields.forEach(field -> this.fields.put(field.name(), field));
        this.presences = presences;
        this.wrapped = wrapped;
    }

    public static FieldTable of(Field<?>... fields) {
        var required = Stream.of(fields).filter(Field::required).map(Presence::required);
        return new FieldTable(List.of(fields), required.toList(), Map.of());
    }

    /** Two groups of fields, exactly one of which must be given in full. */
    public static FieldTable either(List<Field<?>> one, List<Field<?>> other) {
        return new FieldTable(joined(one, other), List.of(Presence.either(one, other)), Map.of());
    }

    /** This table with further fields. */
    public FieldTable and(Field<?>... more) {
        var others = of(more);
        return new FieldTable(
                joined(fields.values(), others.fields.values()), joined(presences, others.presences), wrapped);
    }

    /** This table with two further fields, exactly one of which must be given; the first is missed if neither is. */
    public FieldTable andEither(Field<?> one, Field<?> other) {
        return new FieldTable(
                joined(fields.values(), List.of(one, other)),
                joined(presences, List.of(Presence.oneOf(one, other))),
                wrapped);
    }

    /** The named fields, none of them required. */
    public FieldTable only(Collection<String> names) {
        var some = fields.values().stream().filter(field -> names.contains(field.name()));
        return new FieldTable(some.collect(Collectors.toList()), List.of(), Map.of());
    }

    /** This table, with each field either in the object itself or in a nested object of that name. */
    public FieldTable orIn(String wrapper) {
        return new FieldTable(List.copyOf(fields.values()), presences, Map.of(wrapper, this));
    }

    /** Rule of an object with these fields, read into a record by component name. */
    public <R extends Record> ValueRule<R> as(Class<R> type) {
        var mapping = mapping(type);
        return value -> mapping.apply(read(value, ValueReader.OBJECT));
    }

    /** Rule of an object with these fields. */
    public ValueRule<FieldValues> values() {
        return value -> read(value, ValueReader.OBJECT);
    }

    /** Mapping of values to a record by component name. */
    <R extends Record> Function<FieldValues, R> mapping(Class<R> type) {
        return new RecordMapping<>(type, fields);
    }

    /** @param otherwise message for a value that is not an object */
    FieldValues read(ValueReader value, String otherwise) {
        var given = new FieldValues();
        if (value.object(otherwise, key -> readMember(key, value, given))) {
            presences.forEach(presence -> presence.judge(given, value.json()));
        }
        return given;
    }

    private void readMember(String key, ValueReader value, FieldValues given) {
        var field = fields.get(key);
        var inside = wrapped.get(key);
        if (inside != null) {
            value.object(ValueReader.OBJECT, inner -> inside.readMember(inner, value, given));
        } else if (field == null) {
            value.unknown();
        } else if (given.has(field)) {
            value.json().refuseRepeated();
        } else {
            given.put(field, field.rule().read(value));
        }
    }

    private static <T> List<T> joined(Collection<? extends T> some, Collection<? extends T> more) {
        return Stream.<T>concat(some.stream(), more.stream()).toList();
    }
}
