package io.mdm.enrollment.host;

import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The host's own reminders: all people of a bulk request are mailed once more, in one transaction of the host. */
@ApplicationScoped
public class Reminders {
    @Inject
    InvitationResending resending;

    @Inject
    CreatedTokens created;

    @Transactional
    public void remind(String batchId) {
        created.ofBatch(batchId)
                .forEach(token -> resending.resend(token.organizationId(), token.tokenId(), LinkRotation.KEEP));
    }
}
