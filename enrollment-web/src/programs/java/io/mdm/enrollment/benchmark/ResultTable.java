package io.mdm.enrollment.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of results in {@code docs/performance.md}. */
record ResultTable(List<String> rows) {
    private static final String BEGIN = "<!-- mvn -Pbenchmark verify -->";
    private static final String END = "<!-- end -->";
    private static final Pattern TABLE = Pattern.compile(BEGIN + "\n(.*?)" + END, Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile(
            "\\| (?<id>T\\d+) \\| (?<what>.*?) \\| (?<sign>[≤≥]) (?<bound>[\\d.]+) .*? \\| (?<seen>[\\d.]+) .*");
    private static final String HEAD = """
            | | measured | target | seen: median (lowest to highest) | | absolute | commit |
            |---|---|---|---|---|---|---|
            """;

    /** The table that a document has. */
    static ResultTable in(String document) {
        var rows =
                table(document).group(1).lines().filter(row -> ROW.matcher(row).matches());
        return new ResultTable(rows.toList());
    }

    /** The table with results in place of those of the same targets. */
    ResultTable with(List<Result> results, String commit) {
        var measured = results.stream().map(result -> result.target().id()).collect(Collectors.toSet());
        var others = rows.stream().filter(row -> !measured.contains(cell(row, "id")));
        var all = Stream.concat(others, results.stream().map(result -> row(result, commit)));
        return new ResultTable(all.sorted(Comparator.comparingInt(row -> Target.number(cell(row, "id"))))
                .toList());
    }

    String writtenInto(String document, String machine) {
        var lines = rows.stream().map(row -> row + "\n").collect(Collectors.joining());
        return table(document)
                .replaceFirst(Matcher.quoteReplacement(BEGIN + "\n" + machine + "\n\n" + HEAD + lines + END));
    }

    ResultChart chart() {
        return new ResultChart(rows.stream()
                .map(ResultTable::chartRow)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Matcher table(String document) {
        var match = TABLE.matcher(document);
        if (!match.find()) {
            throw new IllegalStateException("docs/performance.md has no table after " + BEGIN);
        }
        return match;
    }

    private static String row(Result result, String commit) {
        var target = result.target();
        return Stream.of(
                        target.id(),
                        target.what(),
                        target.goal().toString(),
                        result.seen().toString(),
                        result.isReached() ? "reached" : "**missed**",
                        result.absolute(),
                        commit)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cell(String row, String name) {
        var match = ROW.matcher(row);
        if (!match.matches()) {
            throw new IllegalArgumentException(row);
        }
        return match.group(name);
    }

    /** Nothing if the target is to have none of something: no number of times leads there. */
    private static Optional<ResultChart.Row> chartRow(String row) {
        double bound = Double.parseDouble(cell(row, "bound"));
        double seen = Double.parseDouble(cell(row, "seen"));
        if (bound == 0) {
            return Optional.empty();
        }
        double times = seen / bound;
        var target = cell(row, "sign") + " " + cell(row, "bound");
        return Optional.of(new ResultChart.Row(
                cell(row, "id") + " " + cell(row, "what"),
                cell(row, "seen") + " (" + target + ")",
                cell(row, "sign").equals(Goal.AT_LEAST) ? times : 1 / times));
    }
}
