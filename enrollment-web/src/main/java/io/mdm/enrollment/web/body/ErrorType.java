package io.mdm.enrollment.web.body;

import java.util.Set;

/** Type of an error in a refused request, with Joi's name where Joi has one. */
public enum ErrorType {
    ANY_ONLY("any.only", ErrorContext.VALIDS),
    ANY_REQUIRED("any.required"),
    ARRAY_BASE("array.base"),
    ARRAY_MAX("array.max", ErrorContext.LIMIT),
    ARRAY_UNIQUE("array.unique"),
    BOOLEAN_BASE("boolean.base"),
    CSV_ENCODING("csv.encoding"),
    CSV_SYNTAX("csv.syntax"),
    DATE_FORMAT("date.format"),
    DATE_MAX("date.max", ErrorContext.LIMIT),
    DATE_MIN("date.min", ErrorContext.LIMIT),
    MULTIPART_SYNTAX("multipart.syntax"),
    NUMBER_BASE("number.base"),
    NUMBER_INTEGER("number.integer"),
    NUMBER_MAX("number.max", ErrorContext.LIMIT),
    NUMBER_MIN("number.min", ErrorContext.LIMIT),
    NUMBER_UNSAFE("number.unsafe"),
    OBJECT_BASE("object.base"),
    OBJECT_DUPLICATE("object.duplicate"),
    OBJECT_MISSING("object.missing"),
    OBJECT_UNKNOWN("object.unknown"),
    OBJECT_XOR("object.xor"),
    STRING_BASE("string.base"),
    STRING_MAX("string.max", ErrorContext.LIMIT),
    STRING_PATTERN("string.pattern.base"),
    JSON_DEPTH("json.depth"),
    JSON_ENCODING("json.encoding"),
    JSON_SYNTAX("json.syntax");

    private final String label;
    private final String context;

    ErrorType(String label) {
        this(label, "");
    }

    /** @param context name in the context of every such error */
    ErrorType(String label, String context) {
        this.label = label;
        this.context = context;
    }

    /** Name in answers. */
    String label() {
        return label;
    }

    /** Names in the context of every such error. */
    Set<String> context() {
        return context.isEmpty() ? Set.of() : Set.of(context);
    }
}
