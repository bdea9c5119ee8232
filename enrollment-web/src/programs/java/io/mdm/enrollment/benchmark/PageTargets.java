package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.support.ForgedLinks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** T12: the page behind a personal link, with many tokens stored. */
final class PageTargets implements Family {
    private static final int STORED = Integer.getInteger("stored", 5_000_000);
    private static final int BULKS = 10;
    private static final int RATE = 500;
    private static final Duration TIME = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    /** Longer than idle backends of PostgreSQL keep their counts to themselves. */
    private static final Duration UNTIL_COUNTED = Duration.ofSeconds(11);

    @Override
    public List<Target> targets() {
        return List.of(
                new Target(
                        "T12",
                        "page at %d/s, %d tokens stored, p99".formatted(RATE, STORED),
                        Goal.atMost(10, "ms"),
                        "page p99",
                        Target.NONE,
                        "ms"),
                new Target(
                        "T12",
                        "transactions for a link with a wrong checksum",
                        Goal.atMost(0, "per page"),
                        "transactions",
                        Target.NONE,
                        "per page"));
    }

    @Override
    public Subject start(Build build, Set<String> chosen) throws Exception {
        var installation = Installation.withoutDelivery(build);
        var links = new ArrayList<String>();
        for (int bulk = 0; bulk < BULKS; bulk++) {
            links.addAll(installation.client().links(installation.tenant(), 100));
        }
        new StoredTokens(installation.database()).multiply(STORED);
        var pages = new Pages(installation, links);
        Readers.read(installation, pages::anyLink, RATE, WARM_UP);
        return pages;
    }

    private record Pages(Installation installation, List<String> links) implements Subject {

        @Override
        public Figures round() throws Exception {
            var readers = Readers.read(installation, this::anyLink, RATE, TIME);
            return new Figures()
                    .with("page p50", Spread.quantile(readers, 0.5))
                    .with("page p99", Spread.quantile(readers, 0.99))
                    .with("transactions", transactions());
        }

        private String anyLink() {
            return links.get(ThreadLocalRandom.current().nextInt(links.size()));
        }

        /** More than those of the same time without a page. */
        private double transactions() throws Exception {
            int pages = RATE;
            double idle = transactions(() -> {});
            double busy =
                    transactions(() -> Readers.read(installation, PageTargets::mistyped, pages, Duration.ofSeconds(1)));
            return Math.max(0, busy - idle) / pages;
        }

        private double transactions(Stopwatch.Work work) throws Exception {
            var query = "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";
            long before = installation.database().number(query);
            work.run();
            Awaitility.await()
                    .pollDelay(UNTIL_COUNTED)
                    .atMost(UNTIL_COUNTED.multipliedBy(2))
                    .until(() -> true);
            return installation.database().number(query) - before;
        }

        @Override
        public void close() {
            installation.close();
        }
    }

    /** A personal link whose last character is another one. */
    private static String mistyped() {
        var link = ForgedLinks.next();
        return "/enroll/" + link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0");
    }
}
