package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** T11: write-ahead log of a bulk request. */
final class WalTargets implements Family {
    private static final int TOKENS = 10_000;
    private static final int REQUESTS = 500;
    /** Longer than idle backends of PostgreSQL keep their counts to themselves. */
    private static final Duration UNTIL_COUNTED = Duration.ofSeconds(11);

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T11",
                        "WAL per token of a bulk of 10000, with its invitation",
                        Goal.atMost(0.9, "kB"),
                        "WAL",
                        Target.NONE,
                        "kB"),
                new Target(
                        "T11",
                        "fsyncs of a bulk of 1, some of them by PostgreSQL's WAL writer",
                        Goal.atMost(1, "per request"),
                        "fsyncs",
                        Target.NONE,
                        "per request"));
    }

    @Override
    public int warmUp() {
        return 1;
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var installation = Installation.withoutDelivery(build);
        long before = fsyncs(installation);
        return new Log(installation, (fsyncs(installation) - before) / (double) UNTIL_COUNTED.toSeconds());
    }

    private static long fsyncs(Installation installation) {
        Awaitility.await()
                .pollDelay(UNTIL_COUNTED)
                .atMost(UNTIL_COUNTED.multipliedBy(2))
                .until(() -> true);
        var database = installation.database();
        boolean counted = database.number("select current_setting('server_version_num')") >= 180_000;
        return database.number(
                counted
                        ? "select sum(fsyncs) from pg_stat_io where object = 'wal'"
                        : "select wal_sync from pg_stat_wal");
    }

    /** @param idle fsyncs of a second without requests */
    private record Log(Installation installation, double idle) implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            long began = written();
            installation.client().post(tenant, Client.bulk(tenant, TOKENS));
            var figures = new Figures().with("WAL", (written() - began) / 1e3 / TOKENS);
            long before = fsyncs(installation);
            double seconds = Stopwatch.milliseconds(() -> sendSingles(tenant)) / 1e3 + UNTIL_COUNTED.toSeconds();
            return figures.with("fsyncs", (fsyncs(installation) - before - idle * seconds) / REQUESTS);
        }

        private void sendSingles(Tenant tenant) throws IOException {
            for (int request = 0; request < REQUESTS; request++) {
                installation.client().post(tenant, Client.bulk(tenant, 1));
            }
        }

        private long written() {
            return installation.database().number("select pg_current_wal_insert_lsn() - '0/0'");
        }

        @Override
        public void close() {
            installation.close();
        }
    }
}
