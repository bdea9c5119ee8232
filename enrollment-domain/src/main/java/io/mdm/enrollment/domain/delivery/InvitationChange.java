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
 * @param outcome what is reported of it, null if nothing is
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
        @Nullable DeliveryOutcome outcome) {

    /** Claims an invitation before its message leaves: it counts as unconfirmed until its outcome is stored. */
    public static InvitationChange claim(PromisedInvitation promised) {
        return new InvitationChange(
                promised.index(), promised.unconfirmed(), null, false, null, null, 0, 1, null, true, null);
    }

    /** The claim is undone, because nothing was sent; the invitation is as it was. */
    public static InvitationChange released(int index) {
        return new InvitationChange(index, null, null, false, null, null, 0, -1, null, true, null);
    }

    /** The same, but it is not tried before that time. No attempt is counted. */
    public static InvitationChange putAside(int index, Instant nextAttemptAt) {
        return unattempted(index, MailState.DEFERRED, nextAttemptAt, -1, DeliveryOutcome.DEFERRED);
    }

    /** The relay accepted the message. */
    public static InvitationChange sent(int index, RelayReply reply, Instant now) {
        return attempted(index, MailState.SENT, null, now, Optional.of(reply), DeliveryOutcome.SENT);
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
                DeliveryOutcome.OUTCOME_UNKNOWN);
    }

    /** An attempt failed and will not be repeated. */
    public static InvitationChange failed(int index, Optional<RelayReply> reply) {
        return attempted(index, MailState.FAILED, null, null, reply, DeliveryOutcome.FAILED);
    }

    /** There is no point in sending it any more, or once more; no attempt is counted. */
    public static InvitationChange abandoned(int index) {
        return new InvitationChange(
                index, null, MailState.FAILED, true, null, null, 0, 0, null, true, DeliveryOutcome.ABANDONED);
    }

    /** It is not sent, because of what the relay answered to an earlier one; no attempt is counted. */
    public static InvitationChange suppressed(int index, RelayReply earlier) {
        return new InvitationChange(
                index,
                null,
                MailState.FAILED,
                true,
                null,
                null,
                0,
                0,
                earlier.code(),
                false,
                DeliveryOutcome.SUPPRESSED);
    }

    private static InvitationChange attempted(
            int index,
            MailState state,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            Optional<RelayReply> reply,
            DeliveryOutcome outcome) {
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
                outcome);
    }

    private static InvitationChange unattempted(
            int index, MailState state, Instant nextAttemptAt, int unconfirmed, DeliveryOutcome outcome) {
        return new InvitationChange(
                index, null, state, false, nextAttemptAt, null, 0, unconfirmed, null, true, outcome);
    }
}
