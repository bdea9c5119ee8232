package io.mdm.enrollment.web.report;

import java.util.regex.Pattern;

/** Cell of a CSV file that spreadsheets open without executing anything. */
final class CsvCell {
    /**
     * First character of a formula, full-width forms as well, at the start of the text or where a spreadsheet that
     * separates cells by another character or ignores quotes would begin a cell.
     */
    private static final Pattern FORMULA = Pattern.compile("(^|[,;\\t\\v])([\\s\\p{Z}\\p{Cf}\"]*+)(?=[=+\\-@＝＋－＠])");

    /** No-break space: no spreadsheet ignores it before a formula, and whoever reads an address trims it. */
    private static final String NEUTRALIZED = "$1$2\u00a0";

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,;\\t\\v\"\u00a0]");

    private CsvCell() {}

    /**
     * The text, with a no-break space before what a spreadsheet would take for a formula, quoted if necessary (RFC
     * 4180, section 2). An address reads back as the same one, because the space is at its start.
     */
    static String of(String text) {
        var neutral = FORMULA.matcher(text).replaceAll(NEUTRALIZED);
        return NEEDS_QUOTES.matcher(neutral).find() ? '"' + neutral.replace("\"", "\"\"") + '"' : neutral;
    }
}
