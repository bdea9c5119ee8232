package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.InvitationFailed;
import io.mdm.enrollment.api.InvitationFailed.Reason;
import io.mdm.enrollment.api.InvitationSent;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Outcomes of a slice's attempts: sent, to be tried again, or failed. They are stored together with the next claim, so
 * that a lane waits for the database once for each message, and at the end of the slice.
 */
final class Attempts {
    private static final int MAX_BROKEN_ATTEMPTS = 3;

    /** Time between two mails of one token, unless a caller wants the second. */
    private static final Duration REMINDER_INTERVAL = Duration.ofHours(1);

    private final DeliveryLane lane;
    private final Invitations invitations;
    private final RetrySchedule retries;
    private final ModuleClock clock;
    private final List<InvitationChange> outcomes = new ArrayList<>();

    Attempts(DeliveryLane lane, Invitations invitations, RetrySchedule retries, ModuleClock clock) {
        this.lane = lane;
        this.invitations = invitations;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Stores the earlier outcomes and claims the invitation.
     *
     * @return whether this attempt is ours: nobody else has begun another one, and the invitation is still to be sent
     */
    boolean claim(Attempt attempt) {
        var changes = new ArrayList<>(outcomes);
        changes.add(InvitationChange.claim(attempt.promised()));
        var changed = invitations.store(lane, changes);
        outcomes.clear();
        return changed.contains(attempt.index());
    }

    /**
     * Stores the earlier outcomes and claims the reminder. The two are stored apart, because most of its conditions are
     * nobody else's.
     */
    ReminderClaim claimReminder(Attempt attempt, PromisedMailing mailing) {
        store();
        var now = clock.instant();
        var mailedBefore = mailing.requested() ? now : now.minus(REMINDER_INTERVAL);
        return invitations.claimReminder(lane, attempt.promised(), now, mailedBefore);
    }

    /** Stores the outcomes that are not stored yet. */
    void store() {
        if (!outcomes.isEmpty()) {
            invitations.store(lane, List.copyOf(outcomes));
            outcomes.clear();
        }
    }

    /** The relay was found unusable before it took anything: as if nothing had been tried. */
    void undone(Attempt attempt) {
        outcomes.add(InvitationChange.released(attempt.index()));
    }

    /** The same, and it is not tried before that time. */
    void putAside(Attempt attempt, Instant until) {
        outcomes.add(InvitationChange.putAside(attempt.index(), until));
    }

    void sent(Attempt attempt, RelayReply reply) {
        var now = clock.instant();
        var event = new InvitationSent(
                lane.organizationId(), lane.batchId(), attempt.token().id(), lane.mailing(), now);
        outcomes.add(InvitationChange.sent(attempt.index(), reply, now).announcedBy(event));
    }

    /** The relay refused the invitation, or broke off over it: it fails after a 5xx, and is tried again otherwise. */
    void charged(Attempt attempt, RelayAnswer answer) {
        var reply = Optional.of(answer).filter(RelayReply.class::isInstance).map(RelayReply.class::cast);
        tryAgain(attempt, reply, reply.filter(RelayReply::refused).isPresent() ? Optional.empty() : next(attempt));
    }

    /** A message on which a relay always hangs up is not sent indefinitely. */
    void outcomeUnknown(Attempt attempt) {
        next(attempt)
                .filter(next -> attempt.unconfirmed() < Attempt.MAX_UNCONFIRMED)
                .ifPresentOrElse(
                        instant -> outcomes.add(InvitationChange.outcomeUnknown(attempt.index(), instant)),
                        () -> failed(attempt, Optional.empty()));
    }

    /** There is no point in sending it any more. */
    void abandoned(PromisedInvitation promised) {
        outcomes.add(InvitationChange.abandoned(promised.index()));
    }

    /** It is not sent, because of what the relay answered to an earlier one. */
    void suppressed(Attempt attempt, RelayReply earlier) {
        outcomes.add(InvitationChange.suppressed(attempt.index(), earlier)
                .announcedBy(failure(attempt, Reason.SUPPRESSED, Optional.of(earlier))));
    }

    /** The message could not be written. */
    void broken(Attempt attempt) {
        tryAgain(attempt, Optional.empty(), next(attempt).filter(next -> attempt.number() < MAX_BROKEN_ATTEMPTS));
    }

    /** The message cannot be sent as this node is configured now. */
    void postponed(Attempt attempt, Duration wait) {
        var next = clock.instant().plus(retries.jittered(wait));
        if (retries.isInTime(next, attempt.promisedAt(), attempt.expireAt())) {
            outcomes.add(InvitationChange.postponed(attempt.index(), next));
        } else {
            failed(attempt, Optional.empty());
        }
    }

    private Optional<Instant> next(Attempt attempt) {
        return retries.next(attempt.number(), attempt.promisedAt(), attempt.expireAt(), clock.instant());
    }

    private void tryAgain(Attempt attempt, Optional<RelayReply> reply, Optional<Instant> next) {
        next.ifPresentOrElse(
                instant -> outcomes.add(InvitationChange.deferred(attempt.index(), reply, instant)),
                () -> failed(attempt, reply));
    }

    private void failed(Attempt attempt, Optional<RelayReply> reply) {
        var reason = reply.filter(RelayReply::refused).isPresent() ? Reason.REFUSED : Reason.UNDELIVERABLE;
        outcomes.add(InvitationChange.failed(attempt.index(), reply).announcedBy(failure(attempt, reason, reply)));
    }

    private InvitationFailed failure(Attempt attempt, Reason reason, Optional<RelayReply> reply) {
        return new InvitationFailed(
                lane.organizationId(),
                lane.batchId(),
                attempt.token().id(),
                lane.mailing(),
                reason,
                reply.map(answer -> OptionalInt.of(answer.code())).orElseGet(OptionalInt::empty),
                clock.instant());
    }
}
