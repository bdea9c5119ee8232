package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * T13: more callers than there are places. Those of five organizations send bulks of 10, one after another, and repeat
 * them after a tenth of the time that a 503 asks for; one more organization sends bulks of 1. Mails are delivered
 * meanwhile.
 */
final class OverloadTargets implements Family {
    private static final int ORGANIZATIONS = 5;
    private static final int FEW = 8;
    private static final int MANY = 50;
    private static final Duration TIME = Duration.ofSeconds(8);

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T13",
                        "accepted bulks of 10, 50 callers",
                        Goal.atLeast(0.9, "x those of 8 callers"),
                        "accepted of 50",
                        "accepted of 8",
                        "requests/s"),
                new Target("T13", "a 503, p99", Goal.atMost(50, "ms"), "refusal", Target.NONE, "ms"),
                new Target(
                        "T13",
                        "bulk of 1 of another organization until it is accepted, p99",
                        Goal.atMost(500, "ms"),
                        "single",
                        Target.NONE,
                        "ms"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        int port = Ports.anyFree();
        var installation = Installation.delivering(build, port, Installation.WORKERS);
        var tenants = IntStream.range(0, ORGANIZATIONS)
                .mapToObj(number -> installation.tenant())
                .toList();
        return new Overload(installation, SmtpSink.start(SmtpTools.found(), port, List.of()), tenants);
    }

    private record Overload(Installation installation, SmtpSink sink, List<Tenant> tenants) implements Subject {

        @Override
        public Figures round() throws Exception {
            var few = call(FEW);
            var many = call(MANY);
            return new Figures()
                    .with("accepted of 8", few.accepted() / (double) TIME.toSeconds())
                    .with("accepted of 50", many.accepted() / (double) TIME.toSeconds())
                    .with("refusal", many.refusal(0.99))
                    .with("single", many.single(0.99));
        }

        /** Until all their mails have arrived, so that none is left for others. */
        private Callers call(int count) {
            long before = sink.getAsLong();
            var callers = Callers.call(installation, tenants, count, TIME);
            Awaitility.await("their mails")
                    .atMost(DeliveryRate.PATIENCE)
                    .until(() -> sink.getAsLong() - before >= callers.mails());
            return callers;
        }

        @Override
        public void close() throws IOException {
            installation.close();
            sink.close();
        }
    }
}
