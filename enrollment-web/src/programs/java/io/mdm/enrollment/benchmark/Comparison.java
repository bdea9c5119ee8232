package io.mdm.enrollment.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Two builds side by side, from the same rounds. */
final class Comparison {
    private static final String HEAD = """
            | | measured | target | before | absolute | now | absolute | |
            |---|---|---|---|---|---|---|---|
            """;

    private Comparison() {}

    /** @param results by build */
    static String of(Map<String, List<Result>> results) {
        var before = Objects.requireNonNull(results.get("before"));
        var now = Objects.requireNonNull(results.get("now"));
        return IntStream.range(0, now.size())
                .mapToObj(index -> row(before.get(index), now.get(index)))
                .collect(Collectors.joining("\n", HEAD, "\n"));
    }

    private static String row(Result before, Result now) {
        var target = now.target();
        return "| %s | %s | %s | %s | %s | **%s** | %s | %s |"
                .formatted(
                        target.id(),
                        target.what(),
                        target.goal(),
                        before.seen(),
                        before.absolute(),
                        now.seen(),
                        now.absolute(),
                        now.isReached() ? "reached" : "missed");
    }
}
