package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * T6: one bulk delivered to {@code smtp-sink} over some connections, against {@code smtp-source} with as many and one
 * of the same mails.
 *
 * @param sinkPrefix of the command of the sink
 */
record DeliveryTarget(String id, String what, int sessions, List<String> sinkPrefix, double bound) implements Family {
    private static final int MAILS = Integer.getInteger("mails", 5_000);

    static List<Family> all() {
        return List.of(
                new DeliveryTarget("T6", "delivery, 4 sessions", 4, List.of(), 0.6),
                new DeliveryTarget("T6", "delivery, 8 sessions", 8, List.of(), 0.6),
                new DeliveryTarget(
                        "T6", "delivery, 8 sessions, sink on one core", 8, List.of("taskset", "-c", "0"), 0.6));
    }

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(id, what, Goal.atLeast(bound, "x `smtp-source -d`"), "delivery", "smtp-source", "mails/s"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        int port = Ports.anyFree();
        var workers = Map.of("MDM_ENROLLMENT_MAIL_WORKERS", Integer.toString(sessions));
        var installation = Installation.start(build, port, workers, Installation.JVM);
        var mail = Files.write(build.directory().resolve("mail.txt"), SampleMail.of(installation, port));
        var tools = SmtpTools.found();
        return new Delivery(installation, tools, SmtpSink.start(tools, port, sinkPrefix), port, sessions, mail);
    }

    private record Delivery(
            Installation installation, SmtpTools tools, SmtpSink sink, int port, int sessions, Path mail)
            implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            var bulk = Installation.bulk(tenant, MAILS);
            return new Figures()
                    .with("delivery", DeliveryRate.of(sink, MAILS, () -> installation.post(tenant, bulk)))
                    .with("smtp-source", DeliveryRate.of(sink, MAILS, () -> tools.send(port, sessions, MAILS, mail)));
        }

        @Override
        public void close() throws IOException {
            installation.close();
            sink.close();
        }
    }
}
