package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** {@code -Dnodes}: what further nodes on one database add. Each is held to half a core. */
final class NodesRun implements AutoCloseable {
    private static final int MOST_NODES = 3;
    private static final int CALLERS_PER_NODE = 4;
    private static final int SIZE = 100;
    private static final int BULKS = 4;
    private static final int MAILS = 4_000;
    private static final int WARM_UPS = 300;
    private static final int PAGES_FOR_EACH = 10;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration RELAY_TIME = Duration.ofMillis(50);

    private final LimitedRelay relay = new LimitedRelay();
    private final List<Installation> nodes = new ArrayList<>();
    private final List<String> links;

    private NodesRun(Build build, int count) throws Exception {
        nodes.add(Installation.delivering(build, relay.port(), Installation.WORKERS));
        for (int number = 2; number <= count; number++) {
            nodes.add(nodes.get(0).another(number));
        }
        links = nodes.get(0).client().links(nodes.get(0).tenant(), SIZE);
        for (var node : nodes) {
            var tenant = node.tenant();
            for (int request = 0; request < WARM_UPS; request++) {
                node.client().post(tenant, Client.bulk(tenant, SIZE));
                for (var link : links.subList(0, PAGES_FOR_EACH)) {
                    node.client().open(link);
                }
            }
        }
        DeliveryRate.awaitAll(relay, (long) count * WARM_UPS * SIZE);
        for (int number = 0; number < count; number++) {
            HalfCore.hold(nodes.get(number).pid(), number);
        }
    }

    /** Writes the table into a file and returns it. */
    static Path write(Build build) throws Exception {
        var table = new StringBuilder("""
                | nodes | tokens/s, bulks of 100 | pages/s | mails/s, a relay that takes 50 ms | mails/s, one that takes no time | WAL, bytes for a token and its mail |
                |---:|---:|---:|---:|---:|---:|
                """);
        for (int count = 1; count <= MOST_NODES; count++) {
            try (var run = new NodesRun(build, count)) {
                table.append(run.row());
            }
        }
        return Files.writeString(Options.target().resolve("nodes.md"), table);
    }

    private String row() throws Exception {
        double pages = perSecond((node, tenant) ->
                node.client().open(links.get(ThreadLocalRandom.current().nextInt(links.size()))));
        relay.takeFor(RELAY_TIME);
        double slow = mails(MAILS / 4 * nodes.size());
        relay.takeFor(Duration.ZERO);
        long before = wal();
        double fast = mails(MAILS);
        double walPerMail = (wal() - before) / (double) MAILS;
        double requests = perSecond((node, tenant) -> node.client().post(tenant, Client.bulk(tenant, SIZE)));
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %.0f | %.0f |%n",
                nodes.size(),
                requests * SIZE,
                pages,
                slow,
                fast,
                walPerMail);
    }

    /** What all nodes together do in a second for callers who never wait. */
    private double perSecond(Request request) {
        var done = new AtomicLong();
        long end = System.nanoTime() + TIME.toNanos();
        IntStream.range(0, CALLERS_PER_NODE * nodes.size())
                .mapToObj(caller -> nodes.get(caller % nodes.size()))
                .map(node -> Background.run(() -> {
                    var tenant = node.tenant();
                    while (System.nanoTime() < end) {
                        request.send(node, tenant);
                        done.incrementAndGet();
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
        return done.get() / (double) TIME.toSeconds();
    }

    /** Several bulks at once, because one has not enough lanes for the workers of three nodes. */
    private double mails(int count) throws Exception {
        return DeliveryRate.of(relay, count, () -> {
            for (int bulk = 0; bulk < BULKS; bulk++) {
                var node = nodes.get(bulk % nodes.size());
                var tenant = node.tenant();
                node.client().post(tenant, Client.bulk(tenant, count / BULKS));
            }
        });
    }

    private long wal() {
        return nodes.get(0).database().number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint");
    }

    @Override
    public void close() throws IOException {
        Collections.reverse(nodes); // the first one ends with its database
        nodes.forEach(Installation::close);
        relay.close();
    }

    /** Request of a caller. */
    @FunctionalInterface
    private interface Request {
        void send(Installation node, Tenant tenant) throws Exception;
    }
}
