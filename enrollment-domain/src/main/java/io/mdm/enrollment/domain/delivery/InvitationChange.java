package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.DeliveryOutcome;
import io.mdm.enrollment.api.spi.RelayReply;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Change of a promised invitation: the claim that precedes its message, or its outcome.
 *
 * @param index the recipient's position in the request
 * @param claims how often it was unconfirmed when it was read; a claim changes nothing if that is no longer so, or if
 *     it has been settled. Null for what is no claim
 * @param state null if it stays
 * @param restores whether it is sent after all if an earlier mail of it was
 * @param nextAttemptAt null if it stays
 * @param sentAt null if it stays
 * @param attempts added
 * @param unconfirmed added; the sum is at least 0
 * @param reply of the relay, null if there was none
 * @param keepsReply whether the earlier reply stays
 * @param outcome of an attempt after which it still waits, or is no longer wanted; null for others
 * @param event fired in the transaction that stores it, null if none is
 */
public record InvitationChange(
        int index,
        @Nullable Integer claims,
        @Nullable MailState state,
        boolean restores,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant sentAt,
        int attempts,
        int unconfirmed,
        @Nullable Integer reply,
        boolean keepsReply,
        @Nullable DeliveryOutcome outcome,
        @Nullable Record event) {

    /** Claims an invitation before its message leaves: it counts as unconfirmed until its outcome is stored. */
    public static InvitationChange claim(PromisedInvitation promised) {
        return new InvitationChange(
                promised.index(), promised.unconfirmed(), null, false, null, null, 0, 1, null, true, null, null);
    }

    /** The claim is undone, because nothing was sent; the invitation is as it was. */
    public static InvitationChange released(int index) {
        return new InvitationChange(index, null, null, false, null, null, 0, -1, null, true, null, null);
    }

    /** The same, but it is not tried before that time. No attempt is counted. */
    public static InvitationChange putAside(int index, Instant nextAttemptAt) {
        return unattempted(index, MailState.DEFERRED, nextAttemptAt, -1, DeliveryOutcome.DEFERRED);
    }

    /** The relay accepted the message. */
    public static InvitationChange sent(int index, RelayReply reply, Instant now) {
        return attempted(index, MailState.SENT, null, now, Optional.of(reply), null);
    }

    /** An attempt failed and will be repeated. */
    public static InvitationChange deferred(int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        return attempted(index, MailState.DEFERRED, nextAttemptAt, null, reply, DeliveryOutcome.DEFERRED);
    }

    /** It cannot be sent for now, through no fault of its own, and will be tried later; no attempt is counted. */
    public static InvitationChange postponed(int index, Instant nextAttemptAt) {
        return unattempted(index, MailState.DEFERRED, nextAttemptAt, 0, DeliveryOutcome.DEFERRED);
    }

    /** The outcome is unknown, because the connection was lost: it stays unconfirmed, and is sent again. */
    public static InvitationChange outcomeUnknown(int index, Instant nextAttemptAt) {
        return new InvitationChange(
                index,
                null,
                MailState.DEFERRED,
                false,
                nextAttemptAt,
                null,
                1,
                0,
                null,
                false,
                DeliveryOutcome.OUTCOME_UNKNOWN,
                null);
    }

    /** An attempt failed and will not be repeated. */
    public static InvitationChange failed(int index, Optional<RelayReply> reply) {
        return attempted(index, MailState.FAILED, null, null, reply, null);
    }

    /** There is no point in sending it any more, or once more; no attempt is counted. */
    public static InvitationChange abandoned(int index) {
        return new InvitationChange(
                index, null, MailState.FAILED, true, null, null, 0, 0, null, true, DeliveryOutcome.ABANDONED, null);
    }

    /** It is not sent, because of what the relay answered to an earlier one; no attempt is counted. */
    public static InvitationChange suppressed(int index, RelayReply earlier) {
        return new InvitationChange(
                index, null, MailState.FAILED, true, null, null, 0, 0, earlier.code(), false, null, null);
    }

    /** The same change, with an event for those who want to know of it. */
    public InvitationChange announcedBy(Record announcement) {
        return new InvitationChange(
                index,
                claims,
                state,
                restores,
                nextAttemptAt,
                sentAt,
                attempts,
                unconfirmed,
                reply,
                keepsReply,
                outcome,
                announcement);
    }

    private static InvitationChange attempted(
            int index,
            MailState state,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            Optional<RelayReply> reply,
            @Nullable DeliveryOutcome outcome) {
        return new InvitationChange(
                index,
                null,
                state,
                false,
                nextAttemptAt,
                sentAt,
                1,
                -1,
                reply.map(RelayReply::code).orElse(null),
                false,
                outcome,
                null);
    }

    private static InvitationChange unattempted(
            int index, MailState state, Instant nextAttemptAt, int unconfirmed, DeliveryOutcome outcome) {
        return new InvitationChange(
                index, null, state, false, nextAttemptAt, null, 0, unconfirmed, null, true, outcome, null);
    }
}
