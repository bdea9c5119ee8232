package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.chaos.RunLog;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Ports;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * {@code -Dwebhooks}: bulk requests and mails of an organization with a webhook for all events and of one without, in
 * turns on one server. Events are delivered while the next requests are sent; the turn of the organization without one
 * begins when all have arrived.
 */
final class WebhookRun implements AutoCloseable {
    private static final int ROUNDS = Integer.getInteger("rounds", 15);
    private static final int WARM_UPS = 3;
    private static final double BOUND = 1.05;
    private static final int SESSIONS = 8;
    private static final int MAILS = 2_000;
    private static final String HEAD = """
            | | without | with a webhook | with / without: median (lowest to highest) | |
            |---|---:|---:|---:|---|
            """;

    private final EventSink events = EventSink.start();
    private final Installation installation;
    private final SmtpSink mails;
    private final Tenant without;
    private final Tenant with;

    private WebhookRun(Build build) throws Exception {
        int port = Ports.anyFree();
        installation = Installation.start(
                build,
                port,
                Map.of(
                        "MDM_ENROLLMENT_MAIL_WORKERS",
                        Integer.toString(SESSIONS),
                        "MDM_ENROLLMENT_WEBHOOKS_ALLOWED_HOSTS",
                        "127.0.0.1"),
                List.of("-Xms1g", "-Xmx1g"));
        mails = SmtpSink.start(SmtpTools.found(), port, List.of());
        without = installation.tenant();
        with = installation.tenant();
        installation
                .database()
                .update(
                        "insert into mdm.webhook (id, organization_id, url, secret, events) values (?, ?, ?, ?, '*')",
                        "f".repeat(24),
                        with.id(),
                        events.url(),
                        EventSink.SECRET);
    }

    /** Writes the table into a file and returns it. */
    static Path write(Build build, RunLog log) throws Exception {
        var table = new StringBuilder(HEAD);
        try (var run = new WebhookRun(build)) {
            table.append(run.row("bulk of 1, ms", log, tenant -> run.bulks(tenant, 1, 200)));
            table.append(run.row("bulk of 1 000, ms", log, tenant -> run.bulks(tenant, 1_000, 10)));
            table.append(run.row("bulk of 10 000, ms", log, tenant -> run.bulks(tenant, 10_000, 3)));
            table.append(run.row("time of a mail, ms", log, run::mail));
        }
        return Files.writeString(Options.target().resolve("webhooks.md"), table);
    }

    @FunctionalInterface
    private interface Measurement {
        double of(Tenant tenant) throws Exception;
    }

    private String row(String what, RunLog log, Measurement measurement) throws Exception {
        var plain = new ArrayList<Double>();
        var told = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = -WARM_UPS; round < ROUNDS; round++) {
            boolean isFirst = round % 2 == 0;
            double early = measured(isFirst ? with : without, measurement);
            double late = measured(isFirst ? without : with, measurement);
            double ratio = isFirst ? early / late : late / early;
            log.tell("%s, round %d: ratio %s", what, round, Spread.digits(ratio));
            if (round >= 0) {
                told.add(isFirst ? early : late);
                plain.add(isFirst ? late : early);
                ratios.add(ratio);
            }
        }
        var seen = Spread.of(ratios);
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        what,
                        Spread.of(plain),
                        Spread.of(told),
                        seen,
                        seen.median() <= BOUND ? "reached" : "**missed**");
    }

    private double measured(Tenant tenant, Measurement measurement) throws Exception {
        double figure = measurement.of(tenant);
        events.awaitQuiet(installation.database());
        return figure;
    }

    /** Median of so many requests in turn, without mail. */
    private double bulks(Tenant tenant, int recipients, int requests) throws Exception {
        var times = new ArrayList<Double>();
        for (int request = 0; request < requests; request++) {
            var run = UUID.randomUUID().toString().substring(0, 8);
            var addresses = IntStream.range(0, recipients)
                    .mapToObj(number -> tenant.address(run + "-" + number))
                    .toList();
            var body =
                    BulkBody.inviting(addresses).withoutMail().json().toString().getBytes(StandardCharsets.UTF_8);
            times.add(Stopwatch.milliseconds(() -> installation.client().post(tenant, body)));
        }
        return Spread.of(times).median();
    }

    private double mail(Tenant tenant) throws Exception {
        var bulk = Client.bulk(tenant, MAILS);
        return 1_000 / DeliveryRate.of(mails, MAILS, () -> installation.client().post(tenant, bulk));
    }

    @Override
    public void close() throws IOException {
        installation.close();
        mails.close();
        events.close();
    }
}
