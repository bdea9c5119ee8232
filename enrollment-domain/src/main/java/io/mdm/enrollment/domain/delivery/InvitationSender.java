package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.RelayChannel.Answered;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Sending of a single invitation; its outcome is stored with the next claim. */
final class InvitationSender {
    private static final Logger LOG = TracedLogger.of(InvitationSender.class);

    private final EnrollmentBatches batches;
    private final InvitationWriter writer;
    private final HourlyMailQuota mailQuota;
    private final SuppressionRule suppression;
    private final SendingPaceRule pace;
    private final RelayHealth health;

    InvitationSender(
            EnrollmentBatches batches,
            InvitationWriter writer,
            HourlyMailQuota mailQuota,
            SuppressionRule suppression,
            SendingPaceRule pace,
            RelayHealth health) {
        this.batches = batches;
        this.writer = writer;
        this.mailQuota = mailQuota;
        this.suppression = suppression;
        this.pace = pace;
        this.health = health;
    }

    /** @throws RelayUnavailable when the relay is at fault, and the invitation is as it was or put aside */
    void send(Attempt attempt, Slice slice) throws RelayUnavailable, HourlyMailQuotaReached, BatchPaused {
        var invitation = written(attempt, slice);
        if (invitation.isPresent()) {
            slice.channel().prepare(slice.attempts()::store);
            try (var counted = mailQuota.take(attempt.lane().organizationId())) {
                // before the message leaves, so that a database that cannot write stops the mail
                switch (claim(attempt, slice)) {
                    case CLAIMED -> send(attempt, invitation.get(), slice, counted);
                    case NOT_NEEDED -> {}
                    case NOT_OURS -> requireUnpaused(slice);
                }
            }
        }
    }

    private static ReminderClaim claim(Attempt attempt, Slice slice) {
        if (slice.mailing().isReminder()) {
            return slice.attempts().claimReminder(attempt, slice.mailing());
        }
        return slice.attempts().claim(attempt) ? ReminderClaim.CLAIMED : ReminderClaim.NOT_OURS;
    }

    /** A claim fails in a pause, too. */
    private void requireUnpaused(Slice slice) throws BatchPaused {
        var lane = slice.lane();
        if (batches.find(lane.organizationId(), lane.batchId())
                .filter(EnrollmentBatch::isPaused)
                .isPresent()) {
            throw new BatchPaused();
        }
    }

    private Optional<Invitation> written(Attempt attempt, Slice slice) {
        try {
            return Optional.of(writer.write(
                    attempt.token(),
                    slice.batch(),
                    slice.mailing(),
                    slice.organization().orElseThrow()));
        } catch (RuntimeException broken) {
            broken(attempt, slice, broken);
            return Optional.empty();
        }
    }

    private void send(Attempt attempt, Invitation invitation, Slice slice, HourlyMailQuota.CountedMail counted)
            throws RelayUnavailable {
        long message = health.begin();
        Answered answered;
        try {
            answered = slice.channel().send(invitation);
        } catch (RelayUnavailable unavailable) {
            slice.attempts().undone(attempt);
            throw unavailable;
        } catch (RuntimeException broken) {
            broken(attempt, slice, broken);
            return;
        }
        settle(attempt, answered, message, slice, counted);
    }

    private void settle(
            Attempt attempt, Answered answered, long message, Slice slice, HourlyMailQuota.CountedMail counted)
            throws RelayUnavailable {
        switch (answered.attribution()) {
            case DELIVERED -> {
                counted.use();
                health.delivered(message);
                // stored first, so that it is known even if this node dies in between
                suppression.delivered(attempt, slice.mailing());
                slice.attempts().sent(attempt, (RelayReply) answered.answer());
            }
            case INVITATION -> {
                counted.use();
                health.answered();
                slice.attempts().charged(attempt, answered.answer());
            }
            case MAILBOX -> {
                counted.use();
                health.answered();
                suppression.noMailbox(attempt, (RelayReply) answered.answer());
                slice.attempts().charged(attempt, answered.answer());
            }
            case UNKNOWN_OUTCOME -> {
                counted.use();
                slice.attempts().outcomeUnknown(attempt);
                if (health.blamed()) {
                    throw new RelayUnavailable(answered.answer().toString());
                }
            }
            case PACE -> pace.apply(attempt, (RelayReply) answered.answer(), slice.attempts());
            case UNDECIDED -> slice.undecided().add(attempt, answered.answer());
            case RELAY -> {
                slice.attempts().undone(attempt);
                throw new RelayUnavailable(answered.answer().toString());
            }
            case CONNECTION -> throw new IllegalStateException("a channel charges nothing to the connection");
        }
    }

    private static void broken(Attempt attempt, Slice slice, RuntimeException cause) {
        LOG.log(
                Level.ERROR,
                "The invitation of token {0} cannot be written: {1}",
                attempt.token().id(),
                cause.getClass());
        slice.attempts().broken(attempt);
    }
}
