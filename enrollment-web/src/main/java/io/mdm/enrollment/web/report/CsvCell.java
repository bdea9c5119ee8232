package io.mdm.enrollment.web.report;

/** Cell of a CSV file that spreadsheets open without executing anything. */
final class CsvCell {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvCell() {}

    /**
     * The text, quoted if necessary (RFC 4180, section 2), after an apostrophe if a spreadsheet would take it for a
     * formula.
     */
    static String of(String text) {
        boolean formula = !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        boolean quoted = formula || text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"' : text;
    }
}
