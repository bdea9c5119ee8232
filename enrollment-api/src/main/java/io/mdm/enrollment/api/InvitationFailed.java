package io.mdm.enrollment.api;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * CDI event: the invitation of an enrollment token, or a later mail for it, has failed and is not tried again. Fired
 * once per mail, inside the transaction that stores it; carries neither address nor credential. A mail that is no
 * longer wanted, because its token has ended, has not failed.
 *
 * @param mailing number of the mailing within its batch: 0 for the invitation, above for a resend or a reminder
 * @param reply last reply code of the relay (RFC 5321, section 4.2); empty without one
 */
public record InvitationFailed(
        String organizationId,
        String batchId,
        String tokenId,
        int mailing,
        Reason reason,
        OptionalInt reply,
        Instant failedAt) {

    /** Reason for which it is not tried again. */
    public enum Reason {
        /** The relay refused it for good. */
        REFUSED,
        /** It was not tried, because the relay has refused the mailbox before. */
        SUPPRESSED,
        /** It could not be handed over in time. */
        UNDELIVERABLE
    }
}
