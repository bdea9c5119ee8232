package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import java.util.Set;

/** T10: the time of mail workers that is not spent on writing and sending, and delivery beside an old snapshot. */
final class OutboxTargets implements Family {

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T10",
                        "bookkeeping of the outbox, of a mail worker's time",
                        Goal.atMost(25, "%"),
                        "bookkeeping",
                        Target.NONE,
                        "%"),
                new Target(
                        "T10",
                        "delivery, 8 sessions, while an old snapshot is open",
                        Goal.atLeast(0.5, "x without"),
                        "old snapshot",
                        "no snapshot",
                        "mails/s"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        int port = Ports.anyFree();
        var installation = Installation.delivering(build, port, Installation.WORKERS);
        return new Outbox(installation, SmtpSink.start(SmtpTools.found(), port, List.of()));
    }

    private record Outbox(Installation installation, SmtpSink sink) implements Subject {

        @Override
        public Figures round() throws Exception {
            var figures = new Figures().with("no snapshot", rate());
            try (var elsewhere = installation.connection()) {
                elsewhere.setAutoCommit(false);
                elsewhere.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                elsewhere.createStatement().execute("select 1");
                figures.with("old snapshot", rate());
                elsewhere.rollback();
            }
            return figures.with("bookkeeping", 100 * bookkeeping());
        }

        private double rate() throws Exception {
            var tenant = installation.tenant();
            var bulk = Client.bulk(tenant, DeliveryTarget.MAILS);
            return DeliveryRate.of(
                    sink, DeliveryTarget.MAILS, () -> installation.client().post(tenant, bulk));
        }

        private double bookkeeping() throws Exception {
            var recording = FlightRecording.during(installation, this::rate);
            var profile = TimeProfile.of(recording, TimeProfile.DELIVERY);
            Files.delete(recording);
            return 1 - profile.share(Cause.SMTP) - profile.share(Cause.WRITING);
        }

        @Override
        public void close() throws IOException {
            installation.close();
            sink.close();
        }
    }
}
