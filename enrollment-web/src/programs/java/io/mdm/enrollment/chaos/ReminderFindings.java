package io.mdm.enrollment.chaos;

import static java.util.stream.Collectors.toSet;

import io.mdm.enrollment.chaos.Invitee.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was found at the relay after a run with reminders.
 *
 * @param reminded people who got a reminder
 * @param enrolledBefore people who had enrolled when the reminders came due
 * @param enrolledMeanwhile people who enrolled while they were sent
 * @param forgotten people who were to be reminded, have not enrolled, and were not reminded
 * @param remindedEnrolled reminders whose recipient had been told of the enrollment before the message was claimed, or
 *     before the reminders came due
 * @param remindedTooSoon reminders within the hour after the invitation
 * @param remindedRevoked reminders of revoked tokens
 * @param unclaimed reminders that nobody had claimed before they were begun
 * @param onTheirWay reminders whose recipient enrolled after the claim and before the message was begun
 * @param twice people with two different reminders, all within the hour
 * @param duplicates repetitions with the same {@code Message-ID}
 * @param different repetitions or reminders with another link
 */
record ReminderFindings(
        int people,
        int reminded,
        int enrolledBefore,
        int enrolledMeanwhile,
        int forgotten,
        int remindedEnrolled,
        int remindedTooSoon,
        int remindedRevoked,
        int unclaimed,
        int onTheirWay,
        int twice,
        int duplicates,
        int different) {

    /**
     * Compares what arrived with what was promised.
     *
     * @param enrolled when the people who enrolled meanwhile, by address, were told so
     */
    static ReminderFindings of(
            List<Invitee> people, Ledger ledger, Map<String, Instant> enrolled, ReminderClaims claims) {
        var all = people.stream()
                .map(person -> of(
                        person,
                        remindersOf(person, ledger),
                        Optional.ofNullable(enrolled.get(person.address())),
                        claims))
                .toList();
        return all.stream().reduce(new ReminderFindings(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), ReminderFindings::plus);
    }

    private static List<ReminderMail> remindersOf(Invitee person, Ledger ledger) {
        return ledger.of(person.address()).stream()
                .map(ReminderMail::of)
                .filter(mail -> mail.tokenId().equals(person.tokenId()) && !mail.isInvitation())
                .toList();
    }

    private static ReminderFindings of(
            Invitee person, List<ReminderMail> mails, Optional<Instant> enrolled, ReminderClaims claims) {
        var standing = person.standing();
        boolean before = standing == Standing.ENROLLED || standing == Standing.ENROLLED_OTHERWISE;
        var claimed = mails.stream().filter(mail -> claims.of(mail).isPresent()).toList();
        int messages = mails.stream()
                .map(mail -> mail.taken().messageId())
                .collect(toSet())
                .size();
        int late = count(
                claimed,
                mail -> enrolled.filter(told -> told.isBefore(claims.of(mail).orElseThrow()))
                        .isPresent());
        int between = count(
                claimed,
                mail -> enrolled.filter(told -> told.isBefore(mail.taken().begun()))
                        .isPresent());
        return new ReminderFindings(
                1,
                mails.isEmpty() ? 0 : 1,
                before ? 1 : 0,
                enrolled.isPresent() ? 1 : 0,
                standing == Standing.TO_BE_REMINDED && enrolled.isEmpty() && mails.isEmpty() ? 1 : 0,
                before ? mails.size() : late,
                standing == Standing.JUST_INVITED ? mails.size() : 0,
                standing == Standing.REVOKED ? mails.size() : 0,
                mails.size() - claimed.size(),
                between - late,
                messages > 1 ? 1 : 0,
                mails.size() - messages,
                count(mails, mail -> !mail.taken().link().equals(person.link())));
    }

    private static int count(List<ReminderMail> mails, Predicate<ReminderMail> which) {
        return (int) mails.stream().filter(which).count();
    }

    private ReminderFindings plus(ReminderFindings other) {
        return new ReminderFindings(
                people + other.people,
                reminded + other.reminded,
                enrolledBefore + other.enrolledBefore,
                enrolledMeanwhile + other.enrolledMeanwhile,
                forgotten + other.forgotten,
                remindedEnrolled + other.remindedEnrolled,
                remindedTooSoon + other.remindedTooSoon,
                remindedRevoked + other.remindedRevoked,
                unclaimed + other.unclaimed,
                onTheirWay + other.onTheirWay,
                twice + other.twice,
                duplicates + other.duplicates,
                different + other.different);
    }

    /**
     * @param workers of all nodes: so many messages at most are on their way at a time
     * @param explained how many repetitions there may be
     */
    boolean areGood(int workers, int explained) {
        return forgotten == 0
                && remindedEnrolled == 0
                && remindedTooSoon == 0
                && remindedRevoked == 0
                && unclaimed == 0
                && twice == 0
                && different == 0
                && onTheirWay <= workers
                && duplicates <= explained;
    }

    void tell(RunLog log) {
        log.tell(
                "%d people: %d reminded, %d had enrolled before, %d enrolled meanwhile",
                people, reminded, enrolledBefore, enrolledMeanwhile);
        log.tell(
                "  forgotten %d; reminded although enrolled %d, within the hour %d, revoked %d, unclaimed %d; twice %d",
                forgotten, remindedEnrolled, remindedTooSoon, remindedRevoked, unclaimed, twice);
        log.tell(
                "  repeated with the same Message-ID %d, with another link %d; enrolled while the message was on its way %d",
                duplicates, different, onTheirWay);
    }
}
