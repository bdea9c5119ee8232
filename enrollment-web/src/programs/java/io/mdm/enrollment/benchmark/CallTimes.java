package io.mdm.enrollment.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Milliseconds of calls, by what they are and in the order in which they were made first. */
final class CallTimes {
    private static final String HEAD = """
            | call | p50, p95 | lowest to highest | calls | p50 at most | |
            |---|---:|---:|---:|---:|---|
            """;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    /** Makes a call and takes its time. */
    void take(String call, Stopwatch.Work work) throws Exception {
        times.computeIfAbsent(call, name -> new ArrayList<>()).add(Stopwatch.milliseconds(work));
    }

    /** What is known so far, in one line. */
    String medians() {
        return times.entrySet().stream()
                .map(call -> call.getKey() + " " + digits(call.getValue(), 0.5))
                .collect(Collectors.joining(", "));
    }

    /** @param bounds of the medians of some calls */
    String table(Map<String, Integer> bounds) {
        return times.entrySet().stream()
                .map(call -> row(call.getKey(), call.getValue(), bounds.get(call.getKey())))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(String call, List<Double> values, @Nullable Integer bound) {
        var verdict = bound == null ? "" : Spread.quantile(values, 0.5) <= bound ? "reached" : "**missed**";
        return "| %s | %s, %s | %s to %s | %d | %s | %s |%n"
                .formatted(
                        call,
                        digits(values, 0.5),
                        digits(values, 0.95),
                        digits(values, 0),
                        digits(values, 1),
                        values.size(),
                        bound == null ? "" : bound,
                        verdict);
    }

    private static String digits(List<Double> values, double share) {
        return Spread.digits(Spread.quantile(values, share));
    }
}
