package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.chaos.RunLog;
import io.mdm.enrollment.support.Tenant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code -Dgrowth -Dbefore=}: bulk requests for 1 000 and for 10 000 recipients to this build and to another one in
 * turns, each with its own database of a million tokens. No mail leaves.
 */
final class InsertComparison implements AutoCloseable {
    private static final int STORED = Integer.getInteger("stored", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 31);
    private static final int WARM_UPS = 4;
    private static final List<Integer> SIZES = List.of(1_000, 10_000);
    /** Recipients of a round. */
    private static final int RECIPIENTS = 30_000;

    private static final double BOUND = 1.03;
    private static final String HEAD = """
            | bulk of | before, ms | now, ms | now / before: median (lowest to highest) | |
            |---|---:|---:|---:|---|
            """;

    private final List<Installation> installations = new ArrayList<>();
    private final List<Tenant> tenants = new ArrayList<>();

    private InsertComparison(List<Build> builds) throws Exception {
        for (var build : builds) {
            var installation = Installation.withoutDelivery(build);
            installations.add(installation);
            tenants.add(installation.tenant());
            new StoredTokens(installation.database()).multiply(STORED);
        }
    }

    /** Writes the table into a file and returns it. */
    static Path write(List<Build> builds, RunLog log) throws Exception {
        var table = new StringBuilder(HEAD);
        try (var comparison = new InsertComparison(builds)) {
            for (int size : SIZES) {
                table.append(comparison.row(size, log));
            }
        }
        return Files.writeString(Options.target().resolve("insert.md"), table);
    }

    private String row(int size, RunLog log) throws Exception {
        var before = new ArrayList<Double>();
        var now = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            var medians = medians(size);
            double ratio = medians.get(1) / medians.get(0);
            log.tell("bulk of %d, round %d: %s ms, ratio %s", size, round, medians, Spread.digits(ratio));
            if (round >= 0) {
                before.add(medians.get(0));
                now.add(medians.get(1));
                ratios.add(ratio);
            }
        }
        var seen = Spread.of(ratios);
        return "| %d | %s | %s | %s | %s |%n"
                .formatted(
                        size,
                        Spread.of(before),
                        Spread.of(now),
                        seen,
                        seen.median() <= BOUND ? "reached" : "**missed**");
    }

    /** Of each build, in one round; each is the first of every other pair of requests. */
    private List<Double> medians(int size) throws Exception {
        var times = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        for (int pair = 0; pair < RECIPIENTS / size; pair++) {
            for (int turn = 0; turn < 2; turn++) {
                int build = (pair + turn) % 2;
                var body = Client.bulk(tenants.get(build), size);
                times.get(build)
                        .add(Stopwatch.milliseconds(
                                () -> installations.get(build).client().post(tenants.get(build), body)));
            }
        }
        return times.stream().map(each -> Spread.of(each).median()).toList();
    }

    @Override
    public void close() {
        installations.forEach(Installation::close);
    }
}
