package io.mdm.enrollment.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** T3: a bulk request for one recipient, against the least that any server and database would do for it. */
final class SingleTarget implements Family {
    private static final int REPETITIONS = 200;

    @Override
    public List<Target> targets() {
        return List.of(new Target(
                "T3",
                "bulk of 1, p50",
                Goal.atMost(1.5, "x (a refused request + two inserts)"),
                "bulk of 1",
                "least",
                "ms"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var installation = Installation.withoutDelivery(build);
        return new Singles(installation, new Twins(installation.connection()));
    }

    private record Singles(Installation installation, Twins twins) implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            var bulks = new ArrayList<Double>();
            var refusals = new ArrayList<Double>();
            var inserts = new ArrayList<Double>();
            for (int repetition = 0; repetition < REPETITIONS; repetition++) {
                var body = Client.bulk(tenant, 1);
                bulks.add(Stopwatch.milliseconds(() -> installation.client().post(tenant, body)));
                refusals.add(Stopwatch.milliseconds(() -> installation.client().postAsNobody(tenant, body)));
                twins.bindNewest(tenant);
                inserts.add(Stopwatch.milliseconds(twins::insert));
            }
            var figures = new Figures()
                    .with("bulk of 1", bulks)
                    .with("refusal", refusals)
                    .with("two inserts", inserts);
            return figures.with("least", figures.of("refusal") + figures.of("two inserts"));
        }

        @Override
        public void close() {
            installation.close();
        }
    }
}
