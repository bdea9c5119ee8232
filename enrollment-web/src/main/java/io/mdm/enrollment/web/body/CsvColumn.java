package io.mdm.enrollment.web.body;

/**
 * Column of a CSV file, which stands for a field of an object.
 *
 * @param name of the field, and of the column in any case
 */
public record CsvColumn(String name, Form form) {

    /** What its cells hold. */
    public enum Form {
        /** A text, as it is. */
        TEXT,
        /** A word, in any case. */
        WORD,
        /** Texts, separated by {@code |}. */
        LIST,
        /** Ids with priorities, {@code id:priority} or {@code id}, separated by {@code |}. */
        ASSIGNMENTS
    }
}
