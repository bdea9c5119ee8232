package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.ResendBatch;
import io.mdm.enrollment.api.ResendBatch.Selection;
import java.util.Optional;

/**
 * Body of the resend of a bulk request, read and checked.
 *
 * @param emailText empty for that of the bulk request
 */
public record BulkResendRequest(Selection to, LinkRotation rotation, Optional<String> emailText) {
    /** What an empty body means. */
    public static final BulkResendRequest DEFAULT =
            new BulkResendRequest(Selection.UNREACHED, LinkRotation.KEEP, Optional.empty());

    public ResendBatch toCommand(String organizationId, String batchId) {
        return new ResendBatch(organizationId, batchId, to, rotation, emailText);
    }
}
