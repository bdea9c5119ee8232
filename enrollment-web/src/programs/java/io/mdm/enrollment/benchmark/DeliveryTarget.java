package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * T6, T7: one bulk delivered to {@code smtp-sink} over some connections, against {@code smtp-source} with as many and
 * one of the same mails.
 *
 * @param sinkPrefix of the command of the sink
 * @param roundTrip between both senders and the sink
 */
record DeliveryTarget(Target target, int sessions, int mails, List<String> sinkPrefix, Duration roundTrip)
        implements Family {
    static final int MAILS = Integer.getInteger("mails", 5_000);
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

    static List<Family> all() {
        var loopback = Duration.ZERO;
        var far = Duration.ofMillis(10);
        return List.of(
                new DeliveryTarget(target("T6", "4 sessions", 0.6), 4, MAILS, List.of(), loopback),
                new DeliveryTarget(target("T6", "8 sessions", 0.6), 8, MAILS, List.of(), loopback),
                new DeliveryTarget(target("T6", "8 sessions, sink on one core", 0.6), 8, MAILS, ONE_CORE, loopback),
                new DeliveryTarget(
                        target("T7", "16 sessions, round trip 10 ms", 0.9), 16, MAILS * 2 / 5, List.of(), far));
    }

    private static Target target(String id, String what, double bound) {
        var goal = Goal.atLeast(bound, "x `smtp-source -d`");
        return new Target(id, "delivery, " + what, goal, "delivery", "smtp-source", "mails/s");
    }

    @Override
    public List<Target> targets() {
        return List.of(target);
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        int sinkPort = Ports.anyFree();
        var network = DelayedNetwork.to(sinkPort, roundTrip);
        int port = roundTrip.isZero() ? sinkPort : network.port();
        var installation = Installation.delivering(build, port, sessions);
        var mail = Files.write(build.directory().resolve("mail.txt"), SampleMail.of(installation, sinkPort));
        var tools = SmtpTools.found();
        var sink = SmtpSink.start(tools, sinkPort, sinkPrefix);
        return new Delivery(installation, network, tools, sink, port, mail);
    }

    private final class Delivery implements Subject {
        private final Installation installation;
        private final DelayedNetwork network;
        private final SmtpTools tools;
        private final SmtpSink sink;
        private final int port;
        private final Path mail;

        private Delivery(
                Installation installation,
                DelayedNetwork network,
                SmtpTools tools,
                SmtpSink sink,
                int port,
                Path mail) {
            this.installation = installation;
            this.network = network;
            this.tools = tools;
            this.sink = sink;
            this.port = port;
            this.mail = mail;
        }

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            var bulk = Client.bulk(tenant, mails);
            return new Figures()
                    .with(
                            "delivery",
                            DeliveryRate.of(
                                    sink, mails, () -> installation.client().post(tenant, bulk)))
                    .with("smtp-source", DeliveryRate.of(sink, mails, () -> tools.send(port, sessions, mails, mail)));
        }

        @Override
        public void close() throws IOException {
            installation.close();
            network.close();
            sink.close();
        }
    }
}
