package io.mdm.enrollment.chaos;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was found at the relay and in the reports after a run.
 *
 * @param lost recipients who were promised a mail and got none
 * @param duplicates mails beyond the first to a recipient
 * @param different duplicates with another link or {@code Message-ID}
 * @param inFlight lanes under way at the kills, each of which may repeat one mail
 * @param unanswered mails that the relay may have taken without its client knowing, each of which is repeated
 * @param explained how many duplicates there may be: one for each worker of what was killed, and for each unanswered
 *     mail
 * @param takeOvers of lanes whose node, or database, was killed, in ascending order
 * @param wrongReports reports whose numbers are not those of the promise
 * @param wrongAnswers while the database was away, or silences that were borne too long
 * @param settled whether everything was settled in time
 * @param nothingElse whether the database holds what was promised and nothing else
 */
record Findings(
        int promised,
        int lost,
        int duplicates,
        int different,
        int inFlight,
        int unanswered,
        int explained,
        Map<String, List<Duration>> takeOvers,
        long wrongReports,
        long wrongAnswers,
        boolean settled,
        boolean nothingElse) {

    static Findings of(Cluster cluster, Promises promises, List<Death> deaths, int unanswered) {
        var ledger = cluster.ledger();
        var mails = promises.addresses().stream().map(ledger::of).toList();
        return new Findings(
                mails.size(),
                (int) mails.stream().filter(List::isEmpty).count(),
                mails.stream().mapToInt(each -> Math.max(0, each.size() - 1)).sum(),
                (int) mails.stream()
                        .flatMap(each -> each.stream().filter(mail -> !mail.isLike(each.get(0))))
                        .count(),
                deaths.stream().mapToInt(Death::lanes).sum(),
                unanswered,
                unanswered + deaths.stream().mapToInt(Death::workers).sum(),
                takeOvers(deaths),
                promises.wrongReports(),
                0,
                true,
                promises.areAllThereIs());
    }

    private static Map<String, List<Duration>> takeOvers(List<Death> deaths) {
        return deaths.stream()
                .collect(groupingBy(
                        Death::of,
                        flatMapping(
                                death -> death.takeOvers().stream(),
                                collectingAndThen(
                                        toList(), each -> each.stream().sorted().toList()))));
    }

    Findings settled(boolean inTime) {
        return new Findings(
                promised,
                lost,
                duplicates,
                different,
                inFlight,
                unanswered,
                explained,
                takeOvers,
                wrongReports,
                wrongAnswers,
                inTime,
                nothingElse);
    }

    Findings answeredWrongly(long answers) {
        return new Findings(
                promised,
                lost,
                duplicates,
                different,
                inFlight,
                unanswered,
                explained,
                takeOvers,
                wrongReports,
                answers,
                settled,
                nothingElse);
    }

    boolean areGood() {
        return lost == 0
                && different == 0
                && wrongReports == 0
                && wrongAnswers == 0
                && settled
                && nothingElse
                && duplicates <= explained;
    }

    void tell(RunLog log) {
        log.tell(
                "promised %d: lost %d, duplicates %d (with another link or Message-ID: %d)",
                promised, lost, duplicates, different);
        if (explained > 0) {
            log.tell(
                    "  %d lanes were under way at kills, and %d mails may have been taken without an answer",
                    inFlight, unanswered);
        }
        takeOvers.forEach((of, times) -> tell(of, times, log));
        log.tell(
                "  reports that do not add up: %d; answered or waited wrongly: %d; settled: %s; nothing but what was promised: %s",
                wrongReports, wrongAnswers, settled ? "yes" : "NO", nothingElse ? "yes" : "NO");
    }

    private static void tell(String of, List<Duration> times, RunLog log) {
        if (!times.isEmpty()) {
            log.tell(
                    "  %s: %d lanes taken over after %s to %s, half of them within %s",
                    of,
                    times.size(),
                    RunLog.seconds(times.get(0)),
                    RunLog.seconds(times.get(times.size() - 1)),
                    RunLog.seconds(times.get(times.size() / 2)));
        }
    }
}
