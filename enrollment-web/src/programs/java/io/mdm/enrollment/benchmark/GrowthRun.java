package io.mdm.enrollment.benchmark;

import io.mdm.enrollment.chaos.RunLog;
import io.mdm.enrollment.support.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code -Dgrowth}: calls for whole bulks while their organization and another one have a million tokens each, in bulks
 * of a thousand.
 *
 * <p>No mail leaves. In a round, calls that read take turns; calls that write get new bulks of the other organization,
 * whose creation is measured as well: so the lists stay as they are.
 */
final class GrowthRun implements AutoCloseable {
    private static final int STORED = Integer.getInteger("stored", 1_000_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 11);
    private static final int WARM_UPS = 5;
    private static final int REPETITIONS = 10;
    private static final int LARGE = 10_000;
    private static final int HELD = 1_000;
    private static final Duration EXTENSION = Duration.ofDays(20);

    private static final String COUNTS = "counts of a bulk of 10 000";
    private static final String EXTEND = "extend 10 000 tokens";
    private static final String END = "end 10 000 tokens";
    private static final String END_QUEUED = "end 10 000 tokens and their queued mails";

    private static final Map<String, String> LISTS = lists();
    private static final Map<String, Integer> BOUNDS =
            Map.of("list of bulks", 100, COUNTS, 20, EXTEND, 1_000, END, 1_000, END_QUEUED, 1_000);

    private static final String BEGIN = "<!-- mvn -Pbenchmark verify -Dgrowth -->\n";
    private static final Pattern TABLE = Pattern.compile(BEGIN + "(.*?)<!-- end of growth -->", Pattern.DOTALL);

    private final Installation installation;
    private final Database database;
    private final BulkCalls calls;
    private final BulkCalls writing;
    private final String settled;
    private CallTimes times = new CallTimes();

    private GrowthRun(Build build) throws Exception {
        installation = Installation.withoutDelivery(build);
        database = installation.database();
        writing = store();
        calls = store();
        settled = calls.issue(calls.addresses(LARGE), "add", LARGE);
        deliver(settled);
        database.update("""
                update enrollment.enrollment_token set state = 'DONE', win_device_id = 'device-' || batch_index
                where batch_id = ? and batch_index % 10 < 3""", settled);
        database.update(
                "vacuum analyze enrollment.enrollment_batch, enrollment.enrollment_token, enrollment.invitation");
    }

    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("list of bulks", "");
        lists.put("list, `state=live`", "&state=live");
        lists.put("list, `state=ended`", "&state=ended");
        lists.put("list, `search` of a display name", "&search=laptops%20777");
        lists.put("list, `search` of a tag in ten bulks", "&search=ROOM%2077");
        lists.put("list, sort by `expireAt`", "&sort=expireAt:desc");
        return lists;
    }

    /** Writes the table into {@code docs/performance.md} and returns the file. */
    static Path write(Build build, RunLog log) throws Exception {
        try (var run = new GrowthRun(build)) {
            for (int round = -WARM_UPS; round < ROUNDS; round++) {
                if (round == 0) {
                    run.times = new CallTimes();
                }
                run.round();
                log.tell("round %d: %s", round, run.times.medians());
            }
            return write(run.times.table(BOUNDS));
        }
    }

    private static Path write(String table) throws Exception {
        var document = Options.docs().resolve("performance.md");
        var match = TABLE.matcher(Files.readString(document));
        if (!match.find()) {
            throw new IllegalStateException(document + " has no table after " + BEGIN);
        }
        var caption = "%s %d rounds after %d that warm up; commit %s.%n%n"
                .formatted(Machine.described(), ROUNDS, WARM_UPS, Machine.commit());
        return Files.writeString(
                document,
                match.replaceFirst(Matcher.quoteReplacement(BEGIN + caption + table + "<!-- end of growth -->")));
    }

    /** A new organization with all its bulks. */
    private BulkCalls store() throws Exception {
        var tenant = installation.tenant();
        var stored = new BulkCalls(installation.client(), tenant);
        stored.issue(stored.addresses(1), "add", 1);
        new StoredBulks(database, tenant).add(STORED / StoredBulks.SIZE);
        return stored;
    }

    private void deliver(String bulk) {
        database.update(
                "update enrollment.invitation set state = 'SENT', attempts = 1, last_reply = 250, sent_at = now() where batch_id = ?",
                bulk);
    }

    private void round() throws Exception {
        var tag = calls.counts(settled, LARGE);
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            for (var list : LISTS.entrySet()) {
                times.take(list.getKey(), () -> calls.list(list.getValue()));
            }
            times.take(COUNTS, () -> calls.counts(settled, LARGE));
            times.take("the same, unchanged (304)", () -> calls.sameCounts(settled, tag));
            times.take("report on a bulk of 10 000, 100 items", () -> calls.report(settled, 100));
        }
        changeBulks();
        inviteAgain();
    }

    private void changeBulks() throws Exception {
        var delivered = issue("bulk of 10 000", writing.addresses(LARGE), "add", LARGE);
        deliver(delivered);
        times.take(EXTEND, () -> writing.extend(delivered, EXTENSION.toSeconds(), LARGE));
        times.take("remind 10 000 who have not enrolled", () -> writing.remind(delivered, LARGE));
        times.take(END_QUEUED, () -> writing.revoke(delivered, LARGE));
        var other = writing.issue(writing.addresses(LARGE), "add", LARGE);
        deliver(other);
        times.take(END, () -> writing.revoke(other, LARGE));
    }

    private void inviteAgain() throws Exception {
        var addresses = writing.addresses(HELD);
        issue("bulk of 1 000", addresses, "add", HELD);
        issue("bulk of 1 000 who hold a token, `skip`", addresses, "skip", 0);
        issue("bulk of 1 000 who hold a token, `replace`", addresses, "replace", HELD);
    }

    private String issue(String call, List<String> addresses, String onPending, int success) throws Exception {
        var issued = new String[1];
        times.take(call, () -> issued[0] = writing.issue(addresses, onPending, success));
        return issued[0];
    }

    @Override
    public void close() {
        installation.close();
    }
}
