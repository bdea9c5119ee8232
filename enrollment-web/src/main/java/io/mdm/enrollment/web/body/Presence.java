package io.mdm.enrollment.web.body;

import java.util.List;
import java.util.stream.Collectors;

/** Rule about which fields an object must have, applied after it was read. */
@FunctionalInterface
interface Presence {

    /** Notes fields that are missing or exclude each other. */
    void judge(FieldValues given, StrictJson object);

    static Presence required(Field<?> field) {
        return (given, object) -> {
            if (!given.has(field)) {
                object.refuseMissing(field.name());
            }
        };
    }

    /** Exactly one of two fields; the first is missed if neither is given. */
    static Presence oneOf(Field<?> one, Field<?> other) {
        return (given, object) -> {
            if (given.has(one) && given.has(other)) {
                object.refuse(
                        ErrorType.OBJECT_XOR,
                        "must hold either " + words(List.of(one)) + " or " + words(List.of(other)));
            } else if (!given.has(other)) {
                required(one).judge(given, object);
            }
        };
    }

    /** Exactly one of two groups, in full. */
    static Presence either(List<Field<?>> one, List<Field<?>> other) {
        String message = "must hold either " + words(one) + ", or " + words(other);
        return (given, object) -> {
            boolean first = one.stream().anyMatch(given::has);
            boolean second = other.stream().anyMatch(given::has);
            if (first == second) {
                object.refuse(first ? ErrorType.OBJECT_XOR : ErrorType.OBJECT_MISSING, message);
            } else {
                (first ? one : other).forEach(field -> required(field).judge(given, object));
            }
        };
    }

    private static String words(List<Field<?>> group) {
        return group.stream().map(field -> "\"" + field.name() + "\"").collect(Collectors.joining(" and "));
    }
}
