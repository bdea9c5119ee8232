package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** T9: a bulk of 10 000 with mail, against an ordinary way of doing the same. */
final class PlainJpaTargets implements Family {
    private static final int SIZE = 10_000;

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T9",
                        "bulk of 10000 with mail until the answer: speed-up over plain JPA (own baseline)",
                        Goal.atLeast(5, "x"),
                        "plain JPA",
                        "answer",
                        "ms"),
                new Target(
                        "T9",
                        "the same until the last mail is at the relay",
                        Goal.atLeast(1, "x"),
                        "plain JPA",
                        "last mail",
                        "ms"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        int port = Ports.anyFree();
        var installation = Installation.delivering(build, port, Installation.WORKERS);
        var html = String.join("\n", SampleMail.of(installation, port));
        var sink = SmtpSink.start(SmtpTools.found(), port, List.of());
        return new Plain(installation, sink, PlainJpa.on(installation.postgres(), port, html));
    }

    private record Plain(Installation installation, SmtpSink sink, PlainJpa plain) implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            var bulk = Client.bulk(tenant, SIZE);
            long before = sink.getAsLong();
            long began = System.nanoTime();
            double answer = Stopwatch.milliseconds(() -> installation.client().post(tenant, bulk));
            Awaitility.await("all mails").atMost(DeliveryRate.PATIENCE).until(() -> sink.getAsLong() - before >= SIZE);
            double last = (System.nanoTime() - began) / 1e6;
            return new Figures()
                    .with("answer", answer)
                    .with("last mail", last)
                    .with("plain JPA", Stopwatch.milliseconds(() -> plain.invite(tenant, SIZE)));
        }

        @Override
        public void close() throws IOException {
            plain.close();
            installation.close();
            sink.close();
        }
    }
}
