package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.domain.recipient.Recipient;
import java.util.stream.Collectors;

/** Patterns of {@code like} for texts that stand for themselves. */
final class TextPattern {
    private TextPattern() {}

    /** Matches what contains the text. */
    static String containing(String text) {
        return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /**
     * Whether an address contains the text in any case, its domain written in either form.
     *
     * @param column with the address
     */
    static SqlFragment address(String column, String text) {
        return Recipient.fragments(text).stream()
                .map(fragment -> sql("lower(" + column + ") like lower(?)", containing(fragment)))
                .collect(Collectors.reducing((some, next) -> some.then(" or ").then(next)))
                .orElseThrow();
    }
}
