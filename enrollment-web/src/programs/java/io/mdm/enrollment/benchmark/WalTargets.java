package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
                        "fsyncs of a bulk of 1",
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
        return new Log(Installation.start(
                build, Ports.anyFree(), Map.of("MDM_ENROLLMENT_MAIL_WORKERS", "0"), Installation.JVM));
    }

    private record Log(Installation installation) implements Subject {

        @Override
        public Figures round() throws Exception {
            var tenant = installation.tenant();
            long began = written();
            installation.post(tenant, Installation.bulk(tenant, TOKENS));
            var figures = new Figures().with("WAL", (written() - began) / 1e3 / TOKENS);
            long before = fsyncs();
            for (int request = 0; request < REQUESTS; request++) {
                installation.post(tenant, Installation.bulk(tenant, 1));
            }
            return figures.with("fsyncs", (fsyncs() - before) / (double) REQUESTS);
        }

        private long written() {
            return installation.database().number("select pg_current_wal_insert_lsn() - '0/0'");
        }

        private long fsyncs() {
            Awaitility.await()
                    .pollDelay(UNTIL_COUNTED)
                    .atMost(UNTIL_COUNTED.multipliedBy(2))
                    .until(() -> true);
            boolean counted = installation.database().number("show server_version_num") >= 180_000;
            return installation
                    .database()
                    .number(
                            counted
                                    ? "select sum(fsyncs) from pg_stat_io where object = 'wal'"
                                    : "select wal_sync from pg_stat_wal");
        }

        @Override
        public void close() {
            installation.close();
        }
    }
}
