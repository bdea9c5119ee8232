package io.mdm.enrollment.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** T14: delivery to a relay that bounds its connections, and to one that takes its time. */
final class LimitedRelayTargets implements Family {
    private static final int MESSAGES = 20;
    private static final Duration TIME = Duration.ofMillis(50);

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T14",
                        "delivery, 20 messages on each connection",
                        Goal.atLeast(0.7, "x unlimited"),
                        "limited",
                        "unlimited",
                        "mails/s"),
                new Target(
                        "T14",
                        "delivery, 50 ms for each message, 8 workers",
                        Goal.atLeast(0.95, "x workers / 50 ms"),
                        "slow",
                        "workers / 50 ms",
                        "mails/s"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var relay = new LimitedRelay();
        return new Limited(Installation.delivering(build, relay.port(), Installation.WORKERS), relay);
    }

    private record Limited(Installation installation, LimitedRelay relay) implements Subject {

        @Override
        public Figures round() throws Exception {
            var figures = new Figures().with("unlimited", rate(DeliveryTarget.MAILS));
            relay.limit(MESSAGES);
            figures.with("limited", rate(DeliveryTarget.MAILS));
            relay.limit(Integer.MAX_VALUE);
            relay.takeFor(TIME);
            figures.with("slow", rate(DeliveryTarget.MAILS * 2 / 5));
            relay.takeFor(Duration.ZERO);
            return figures.with("workers / 50 ms", Installation.WORKERS * 1e3 / TIME.toMillis());
        }

        private double rate(int mails) throws Exception {
            var tenant = installation.tenant();
            var bulk = Client.bulk(tenant, mails);
            return DeliveryRate.of(relay, mails, () -> installation.client().post(tenant, bulk));
        }

        @Override
        public void close() throws IOException {
            installation.close();
            relay.close();
        }
    }
}
