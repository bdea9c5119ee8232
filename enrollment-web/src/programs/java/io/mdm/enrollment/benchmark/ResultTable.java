package io.mdm.enrollment.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of results in {@code docs/performance.md}. */
record ResultTable(List<String> rows) {
    private static final String BEGIN = "<!-- mvn -Pbenchmark verify -->";
    private static final String END = "<!-- end -->";
    private static final Pattern TABLE = Pattern.compile(BEGIN + "\n(.*?)" + END, Pattern.DOTALL);
    private static final String HEAD = """
            | | measured | target | seen: median (lowest to highest) | | absolute | commit |
            |---|---|---|---|---|---|---|
            """;

    static ResultTable of(List<Result> results, String commit) {
        return new ResultTable(
                results.stream().map(result -> row(result, commit)).toList());
    }

    /** The document with these rows in place of those of the same targets. */
    String writtenInto(String document, String machine) {
        var match = TABLE.matcher(document);
        if (!match.find()) {
            throw new IllegalStateException("docs/performance.md has no table after " + BEGIN);
        }
        var measured = rows.stream().map(ResultTable::id).collect(Collectors.toSet());
        var all = new ArrayList<>(others(match.group(1), measured));
        all.addAll(rows);
        all.sort(Comparator.comparingInt(row -> Target.number(id(row))));
        return match.replaceFirst(
                Matcher.quoteReplacement(BEGIN + "\n" + machine + "\n\n" + HEAD + String.join("\n", all) + "\n" + END));
    }

    private static List<String> others(String table, Set<String> measured) {
        return table.lines()
                .filter(row -> row.startsWith("| T"))
                .filter(row -> !measured.contains(id(row)))
                .toList();
    }

    private static String id(String row) {
        return row.split(" ", 3)[1];
    }

    private static String row(Result result, String commit) {
        var target = result.target();
        return List.of(
                        target.id(),
                        target.what(),
                        target.goal().toString(),
                        result.seen().toString(),
                        result.isReached() ? "reached" : "**missed**",
                        result.absolute(),
                        commit)
                .stream()
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
