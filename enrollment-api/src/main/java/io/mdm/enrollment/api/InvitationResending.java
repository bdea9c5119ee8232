package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.TokenNotUsable;

/** Resends invitations: to one recipient, or to several of a bulk request. */
public interface InvitationResending {

    /** What a repeated invitation does to the personal link. */
    enum LinkRotation {
        /** The link stays as it is. */
        KEEP,
        /** A new link ends all earlier ones. */
        ROTATE
    }

    /**
     * Queues another invitation for one token, whatever the state of an earlier one and of {@code sendEmail}.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token
     * @throws TokenNotUsable with the reason, unless the token is pending, its time has come, and it has not expired
     * @throws LimitReached {@link EnrollmentProblem#RESENT_TOO_SOON} when it was resent within the configured interval;
     *     the link is not rotated then either
     */
    ResentInvitation resend(String organizationId, String tokenId, LinkRotation rotation);

    /**
     * Queues another mail for recipients of a bulk request: invitations for those whose mail failed or was not
     * requested, or reminders for those who have not enrolled. Those who were mailed again within the configured
     * interval, and tokens that are no longer live, are left alone. Who enrolls before a reminder leaves does not get
     * it.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     * @throws TokenNotUsable {@link TokenNotUsable.Reason#NOT_YET} while its mails are scheduled for later
     */
    ResentBatch resendBatch(ResendBatch command);
}
