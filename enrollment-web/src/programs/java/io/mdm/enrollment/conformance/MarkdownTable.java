package io.mdm.enrollment.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of GitHub Flavored Markdown: its lines, as they come, become maps of cells by the names of their columns. */
final class MarkdownTable {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private List<String> columns = List.of();

    /** Whether the line is one of a table. */
    static boolean isLine(String line) {
        return line.startsWith("|");
    }

    void add(String line) {
        var cells = cells(line);
        if (columns.isEmpty()) {
            columns = cells;
        } else if (!line.startsWith("|---")) {
            rows.add(row(cells));
        }
    }

    /** Ends the table; further lines are of the next one. */
    void end() {
        columns = List.of();
    }

    /** The rows of all tables so far. */
    List<Map<String, String>> rows() {
        return rows;
    }

    private Map<String, String> row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells below " + columns + ": " + cells);
        }
        var row = new LinkedHashMap<String, String>();
        for (int column = 0; column < cells.size(); column++) {
            row.put(columns.get(column), cells.get(column));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().replaceAll("^\\||\\|$", "").split("(?<!\\\\)\\|", -1)).stream()
                .map(cell -> unmarked(cell.strip().replace("\\|", "|")))
                .toList();
    }

    /** What stands in a code span is meant literally. */
    private static String unmarked(String cell) {
        boolean code = cell.length() >= 2 && cell.startsWith("`") && cell.endsWith("`");
        return code ? cell.substring(1, cell.length() - 1) : cell;
    }
}
