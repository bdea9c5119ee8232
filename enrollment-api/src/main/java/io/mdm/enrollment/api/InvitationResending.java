package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.TokenNotUsable;

/** Promises invitations once more, to people whose mail was lost, failed or never asked for. */
public interface InvitationResending {

    /** What a repeated invitation does to the personal link. */
    enum LinkRotation {
        /** The link stays as it is. */
        KEEP,
        /** A new link ends all earlier ones. */
        ROTATE
    }

    /**
     * Promises one invitation, whatever became of an earlier one and whether or not the request asked for mail.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token
     * @throws TokenNotUsable with the reason, when there is nothing left to invite to
     */
    ResentInvitation resend(String organizationId, String tokenId, LinkRotation rotation);

    /**
     * Promises the invitations of a bulk request that failed or were never promised, with the links they had. What was sent
     * or is under way stays as it is, and so do tokens that can no longer be used.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such batch
     */
    ResentBatch resendBatch(String organizationId, String batchId);
}
