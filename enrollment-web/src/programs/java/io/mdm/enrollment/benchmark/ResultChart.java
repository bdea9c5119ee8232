package io.mdm.enrollment.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Chart of the results: how many times better or worse than its target each one is, on a logarithmic scale that ends at
 * ten.
 *
 * @param rows of the table of results
 */
record ResultChart(List<Row> rows) {
    private static final int WIDTH = 1120;
    private static final int LINE = 22;
    private static final int TOP = 40;
    /** Where the targets are. */
    private static final int AXIS = 900;
    /** Pixels of a factor of ten. */
    private static final int DECADE = 160;

    private static final String STYLE = """
            <style>
            text { font: 12px sans-serif; fill: #1f2328 }
            .axis { stroke: #1f2328 } .reached { fill: #1a7f37 } .missed { fill: #cf222e } .end { text-anchor: end }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .axis { stroke: #e6edf3 } .reached { fill: #3fb950 } .missed { fill: #f85149 }
            }
            </style>
            """;

    /**
     * One result.
     *
     * @param factor how many times better than the target; less than 1 if it is missed
     */
    record Row(String name, String seen, double factor) {}

    String svg() {
        int height = TOP + rows.size() * LINE + LINE / 2;
        var bars = IntStream.range(0, rows.size()).mapToObj(this::bar).collect(Collectors.joining());
        return format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">%n", WIDTH, height)
                + STYLE
                + scale("10 times worse", AXIS - DECADE)
                + scale("target", AXIS)
                + scale("10 times better", AXIS + DECADE)
                + bars
                + format("<path class=\"axis\" d=\"M%d 28V%d\"/>%n</svg>%n", AXIS, height);
    }

    private static String scale(String text, int x) {
        return format("<text x=\"%d\" y=\"20\" text-anchor=\"middle\">%s</text>%n", x, text);
    }

    private String bar(int index) {
        var row = rows.get(index);
        int top = TOP + index * LINE;
        double length = Math.max(-1, Math.min(1, Math.log10(row.factor()))) * DECADE;
        var tone = row.factor() >= 1 ? "reached" : "missed";
        return format(
                        "<text x=\"5\" y=\"%d\">%s</text><text class=\"end\" x=\"%d\" y=\"%d\">%s</text>%n",
                        top + 13, escaped(row.name()), AXIS - DECADE - 10, top + 13, escaped(row.seen()))
                + format(
                        "<rect class=\"%s\" x=\"%.0f\" y=\"%d\" width=\"%.0f\" height=\"14\"/>%n",
                        tone, AXIS + Math.min(0, length), top + 2, Math.max(1, Math.abs(length)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
