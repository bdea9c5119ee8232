package io.mdm.enrollment.web.report;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Separator of the cells of a CSV file. */
enum CsvSeparator {
    COMMA(','),
    SEMICOLON(';'),
    TAB('\t');

    private final char character;

    CsvSeparator(char character) {
        this.character = character;
    }

    char character() {
        return character;
    }

    /**
     * The one that spreadsheets expect: a semicolon where the comma is the decimal separator.
     *
     * @param languages by preference, at least one
     */
    static CsvSeparator usualIn(List<Locale> languages) {
        return DecimalFormatSymbols.getInstance(languages.get(0)).getDecimalSeparator() == ',' ? SEMICOLON : COMMA;
    }
}
