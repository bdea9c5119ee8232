package io.mdm.enrollment.support;

import io.opentelemetry.proto.trace.v1.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Picture of one bulk request, drawn from its spans: each lane has a row, and its messages one below. */
public final class TracePicture {
    private static final int LEFT = 300;
    private static final int WIDTH = 800;
    private static final int ROW = 34;
    private static final int BAR = 16;
    private static final int TICKS = 5;

    private static final String HEAD = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d">
            <style>
            text { font: 12px sans-serif; fill: #1f2328 } .tick { text-anchor: middle } .grid { stroke: #d0d7de }
            .request { fill: #0969da } .lane { fill: #8250df } .message { fill: #1a7f37; stroke: #ffffff; stroke-width: .5 }
            .link { stroke: #57606a; stroke-dasharray: 3 3; fill: none }
            @media (prefers-color-scheme: dark) {
            text { fill: #e6edf3 } .grid { stroke: #30363d } .request { fill: #4493f8 } .lane { fill: #ab7df8 }
            .message { fill: #3fb950; stroke: #0d1117 } .link { stroke: #9198a1 }
            }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private final Span request;
    private final List<Span> lanes;
    private final List<Span> messages;
    private final double span;

    private TracePicture(Span request, List<Span> lanes, List<Span> messages) {
        this.request = request;
        this.lanes = lanes.stream()
                .sorted(Comparator.comparingLong(Span::getStartTimeUnixNano))
                .toList();
        this.messages = messages;
        this.span = Stream.concat(Stream.of(request), lanes.stream())
                        .mapToLong(Span::getEndTimeUnixNano)
                        .max()
                        .orElseThrow()
                - request.getStartTimeUnixNano();
    }

    /** The picture as SVG, for light and dark pages. */
    public static String of(Span request, List<Span> lanes, List<Span> messages) {
        return new TracePicture(request, lanes, messages).drawn();
    }

    private String drawn() {
        int height = ROW * (2 + 2 * lanes.size());
        svg.append(HEAD.formatted(LEFT + WIDTH + 30, height));
        grid(height);
        bar(0, "request", request, "POST …/bulk, " + millis(request));
        for (int lane = 0; lane < lanes.size(); lane++) {
            lane(1 + 2 * lane, lanes.get(lane));
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid(int height) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = LEFT + (double) WIDTH * tick / TICKS;
            line("<path class=\"grid\" d=\"M%.1f 24V%d\"/>", x, height);
            line("<text class=\"tick\" x=\"%.1f\" y=\"16\">%.0f ms</text>", x, span * tick / TICKS / 1e6);
        }
    }

    private void lane(int row, Span lane) {
        var sent = messages.stream()
                .filter(message -> message.getParentSpanId().equals(lane.getSpanId()))
                .toList();
        line(
                "<path class=\"link\" d=\"M%.1f %dC%.1f %d %.1f %d %.1f %d\"/>",
                x(request.getEndTimeUnixNano()),
                y(0) + BAR,
                x(request.getEndTimeUnixNano()),
                y(row),
                x(request.getEndTimeUnixNano()),
                y(row) + BAR / 2,
                x(lane.getStartTimeUnixNano()),
                y(row) + BAR / 2);
        bar(row, "lane", lane, "enrollment lane, linked, " + millis(lane));
        sent.forEach(message -> rectangle(row + 1, "message", message));
        label(row + 1, sent.size() + " × enrollment message");
    }

    private void bar(int row, String kind, Span of, String label) {
        rectangle(row, kind, of);
        label(row, label);
    }

    private void rectangle(int row, String kind, Span of) {
        line(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>",
                kind,
                x(of.getStartTimeUnixNano()),
                y(row),
                Math.max(1, x(of.getEndTimeUnixNano()) - x(of.getStartTimeUnixNano())),
                BAR);
    }

    private void label(int row, String text) {
        line("<text x=\"5\" y=\"%d\">%s</text>", y(row) + BAR - 4, text);
    }

    private double x(long nanos) {
        return LEFT + WIDTH * (nanos - request.getStartTimeUnixNano()) / span;
    }

    private static int y(int row) {
        return ROW + ROW * row;
    }

    private static String millis(Span of) {
        return String.format(Locale.ROOT, "%.0f ms", (of.getEndTimeUnixNano() - of.getStartTimeUnixNano()) / 1e6);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
