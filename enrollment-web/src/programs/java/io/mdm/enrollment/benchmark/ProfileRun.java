package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code -Dprofile}: where the time of a request, of a mail and of a page goes, instead of measuring targets. */
final class ProfileRun {
    private static final int SINGLES = 1_000;
    private static final int LARGE = 10_000;
    private static final int LARGE_BULKS = 10;
    private static final int PAGES = 2_000;
    private static final int MAILS = DeliveryTarget.MAILS;
    private static final int WARM_UPS = 3;

    private final StringBuilder tables = new StringBuilder();

    private ProfileRun() {}

    /** Writes the tables into a file and returns it. */
    static Path write(Build build) throws Exception {
        var run = new ProfileRun();
        run.profileRequests(build);
        run.profileDelivery(build);
        return Files.writeString(Options.target().resolve("profile.md"), run.tables);
    }

    private void profileRequests(Build build) throws Exception {
        try (var installation = Installation.withoutDelivery(build)) {
            var tenant = installation.tenant();
            profile(installation, "bulk of 1", SINGLES, TimeProfile.REQUEST, () -> {
                for (int request = 0; request < SINGLES; request++) {
                    installation.client().post(tenant, Client.bulk(tenant, 1));
                }
            });
            profile(installation, "bulk of " + LARGE, LARGE_BULKS, TimeProfile.REQUEST, () -> {
                for (int request = 0; request < LARGE_BULKS; request++) {
                    installation.client().post(tenant, Client.bulk(tenant, LARGE));
                }
            });
            var links = installation.client().links(installation.tenant(), 100);
            profile(installation, "page", PAGES, TimeProfile.REQUEST, () -> {
                for (int page = 0; page < PAGES; page++) {
                    installation.client().open(links.get(page % links.size()));
                }
            });
        }
    }

    private void profileDelivery(Build build) throws Exception {
        int port = Ports.anyFree();
        try (var installation = Installation.delivering(build, port, Installation.WORKERS);
                var sink = SmtpSink.start(SmtpTools.found(), port, List.of())) {
            var tenant = installation.tenant();
            profile(
                    installation,
                    "mail",
                    MAILS,
                    TimeProfile.DELIVERY,
                    () -> DeliveryRate.of(
                            sink, MAILS, () -> installation.client().post(tenant, Client.bulk(tenant, MAILS))));
        }
    }

    private void profile(Installation installation, String what, int count, Pattern work, Stopwatch.Work load)
            throws Exception {
        for (int round = 0; round < WARM_UPS; round++) {
            load.run();
        }
        var recording = FlightRecording.during(installation, load);
        tables.append(table(what, count, TimeProfile.of(recording, work)));
        Files.delete(recording);
    }

    private static String table(String what, int count, TimeProfile profile) throws IOException {
        var head = "| %s: %s ms | waiting, ms | computing, ms | %% |%n|---|---:|---:|---:|%n"
                .formatted(what, Spread.digits(profile.total() / count));
        return Stream.of(Cause.values())
                .filter(cause -> profile.share(cause) >= 0.005)
                .map(cause -> String.format(
                        Locale.ROOT,
                        "| %s | %.3f | %.3f | %.0f |%n",
                        cause,
                        profile.waiting(cause) / count,
                        profile.computing(cause) / count,
                        100 * profile.share(cause)))
                .collect(Collectors.joining("", head, "\n"));
    }
}
