package io.mdm.enrollment.web.body;

/** Type of an error in a refused request, with Joi's name where Joi has one. */
public enum ErrorType {
    ANY_ONLY("any.only"),
    ANY_REQUIRED("any.required"),
    ARRAY_BASE("array.base"),
    ARRAY_MAX("array.max"),
    ARRAY_UNIQUE("array.unique"),
    BOOLEAN_BASE("boolean.base"),
    NUMBER_BASE("number.base"),
    NUMBER_INTEGER("number.integer"),
    NUMBER_MAX("number.max"),
    NUMBER_MIN("number.min"),
    NUMBER_UNSAFE("number.unsafe"),
    OBJECT_BASE("object.base"),
    OBJECT_DUPLICATE("object.duplicate"),
    OBJECT_MISSING("object.missing"),
    OBJECT_UNKNOWN("object.unknown"),
    OBJECT_XOR("object.xor"),
    STRING_BASE("string.base"),
    STRING_MAX("string.max"),
    STRING_PATTERN("string.pattern.base"),
    JSON_DEPTH("json.depth"),
    JSON_ENCODING("json.encoding"),
    JSON_SYNTAX("json.syntax");

    private final String label;

    ErrorType(String label) {
        this.label = label;
    }

    /** Name in answers. */
    String label() {
        return label;
    }
}
