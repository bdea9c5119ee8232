package io.mdm.enrollment.conformance;

import java.util.List;
import java.util.Map;

/** The one form in which each failure is answered: message and header by HTTP status and code. */
record FailureTable(List<Failure> failures) {

    /** @param header a header line that comes with it, as a pattern; empty for none */
    record Failure(int status, int code, String message, String header) {

        private static Failure of(Map<String, String> row) {
            return new Failure(
                    Integer.parseInt(row.getOrDefault("HTTP", "")),
                    Integer.parseInt(row.getOrDefault("code", "")),
                    row.getOrDefault("message", ""),
                    row.getOrDefault("header", ""));
        }
    }

    static FailureTable of(String markdown) {
        var table = new MarkdownTable();
        markdown.lines().filter(MarkdownTable::isLine).forEach(table::add);
        return new FailureTable(table.rows().stream().map(Failure::of).toList());
    }

    /** @throws IllegalArgumentException if the contract has no such failure */
    Failure with(int status, int code) {
        return failures.stream()
                .filter(failure -> failure.status() == status && failure.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no failure is " + status + " " + code));
    }
}
