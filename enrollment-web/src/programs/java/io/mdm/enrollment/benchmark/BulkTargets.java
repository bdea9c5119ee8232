package io.mdm.enrollment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * T1, T2, T4: a bulk request from its first byte to its answer, against COPY of the rows that it wrote.
 *
 * <p>No mail leaves meanwhile: the node has no mail workers.
 */
final class BulkTargets implements Family {
    private static final String COPY = "x COPY of its rows";

    @Override
    public List<Target> targets() {
        return List.of(
                against("T1", 10_000, 1.3),
                new Target(
                        "T1",
                        "bulk of 10000, wide tables",
                        Goal.atMost(1, "x COPY of wide rows"),
                        bulk(10_000),
                        "wide 10000",
                        "ms"),
                against("T2", 100, 2.2),
                against("T2", 1_000, 1.6),
                against("T2", 100_000, 1.5),
                new Target(
                        "T4",
                        "growth from 10000 to 100000",
                        Goal.atMost(1.25, "x that of COPY"),
                        "growth",
                        "growth of COPY",
                        "times"));
    }

    private static Target against(String id, int size, double bound) {
        return new Target(id, bulk(size), Goal.atMost(bound, COPY), bulk(size), copy(size), "ms");
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var sizes = new ArrayList<Integer>();
        if (chosen.contains("T2")) {
            sizes.addAll(List.of(100, 1_000));
        }
        if (chosen.contains("T1") || chosen.contains("T4")) {
            sizes.add(10_000);
        }
        if (chosen.contains("T2") || chosen.contains("T4")) {
            sizes.add(100_000);
        }
        var installation = Installation.withoutDelivery(build);
        return new Bulks(
                installation, sizes, new Twins(installation.connection()), new WideTables(installation.connection()));
    }

    private static String bulk(int size) {
        return "bulk of " + size;
    }

    private static String copy(int size) {
        return "COPY of " + size;
    }

    private record Bulks(Installation installation, List<Integer> sizes, Twins twins, WideTables wide)
            implements Subject {

        @Override
        public Figures round() throws Exception {
            var figures = new Figures();
            for (int size : sizes) {
                measure(size, figures);
            }
            if (sizes.contains(10_000) && sizes.contains(100_000)) {
                figures.with("growth", figures.of(bulk(100_000)) / figures.of(bulk(10_000)));
                figures.with("growth of COPY", figures.of(copy(100_000)) / figures.of(copy(10_000)));
            }
            return figures;
        }

        /** Small requests are repeated, as the clock is too coarse for one of them and the machine too busy. */
        private void measure(int size, Figures figures) throws Exception {
            var tenant = installation.tenant();
            var bulks = new ArrayList<Double>();
            var copies = new ArrayList<Double>();
            var wideCopies = new ArrayList<Double>();
            for (int repetition = 0; repetition < Math.max(1, Math.min(40, 30_000 / size)); repetition++) {
                var body = Client.bulk(tenant, size);
                bulks.add(Stopwatch.milliseconds(() -> installation.client().post(tenant, body)));
                var rows = twins.newestBatch(tenant);
                copies.add(Stopwatch.milliseconds(() -> twins.copy(rows)));
                if (size == 10_000) {
                    var wideRows = wide.rows(size);
                    wideCopies.add(Stopwatch.milliseconds(() -> wide.copy(wideRows)));
                }
            }
            figures.with(bulk(size), bulks).with(copy(size), copies);
            if (!wideCopies.isEmpty()) {
                figures.with("wide " + size, wideCopies);
            }
        }

        @Override
        public void close() {
            installation.close();
        }
    }
}
