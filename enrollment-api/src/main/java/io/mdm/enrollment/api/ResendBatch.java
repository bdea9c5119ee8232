package io.mdm.enrollment.api;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import java.util.Optional;

/**
 * Order to mail several recipients of one bulk request again.
 *
 * @param to whom of them
 * @param rotation of the links of those who are mailed
 * @param emailText an extra paragraph of these mails, lines ended by {@code \n}; empty for that of the bulk request
 */
public record ResendBatch(
        String organizationId, String batchId, Selection to, LinkRotation rotation, Optional<String> emailText) {

    /** Recipients of a bulk request. */
    public enum Selection {
        /** Those whose mail failed or was not requested. They get the invitation. */
        UNREACHED,
        /**
         * Those with a live token who have enrolled no device of the organization since the request, and whose mail is
         * not about to be sent. They get a reminder.
         */
        NOT_ENROLLED
    }

    /** To those whom no mail has reached, with unchanged links and text. */
    public static ResendBatch toUnreached(String organizationId, String batchId) {
        return new ResendBatch(organizationId, batchId, Selection.UNREACHED, LinkRotation.KEEP, Optional.empty());
    }
}
