package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.util.List;

/**
 * What was found at the relay and in the reports after a run.
 *
 * @param lost recipients who were promised a mail and got none
 * @param duplicates mails beyond the first to a recipient
 * @param different duplicates with another link or {@code Message-ID}
 * @param inFlight lanes under way at the kills, each of which may repeat one mail
 * @param unanswered mails that the relay took without saying so, each of which must be repeated
 * @param takeOvers of lanes whose node, or database, was killed, in ascending order
 * @param wrongReports reports whose numbers are not those of the promise
 * @param wrongAnswers to requests while the database was away
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
        List<Duration> takeOvers,
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
                deaths.stream().mapToInt(each -> each.lanes().size()).sum(),
                unanswered,
                deaths.stream()
                        .flatMap(death -> death.takeOvers(promises, ledger))
                        .sorted()
                        .toList(),
                promises.wrongReports(),
                0,
                true,
                promises.areAllThereIs());
    }

    Findings settled(boolean inTime) {
        return new Findings(
                promised,
                lost,
                duplicates,
                different,
                inFlight,
                unanswered,
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
                && duplicates <= inFlight + unanswered;
    }

    void tell(Story story) {
        story.tell(
                "promised %d: lost %d, duplicates %d (with another link or Message-ID: %d)",
                promised, lost, duplicates, different);
        story.tell(
                "  at most one for each of %d lanes under way at a kill and %d mails taken without an answer",
                inFlight, unanswered);
        if (!takeOvers.isEmpty()) {
            story.tell(
                    "  %d lanes taken over after %s to %s, half of them within %s",
                    takeOvers.size(),
                    Story.seconds(takeOvers.get(0)),
                    Story.seconds(takeOvers.get(takeOvers.size() - 1)),
                    Story.seconds(takeOvers.get(takeOvers.size() / 2)));
        }
        story.tell(
                "  reports that do not add up: %d; settled: %s; nothing but what was promised: %s",
                wrongReports, settled ? "yes" : "NO", nothingElse ? "yes" : "NO");
    }
}
