package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.ResendBatch;
import io.mdm.enrollment.api.ResentBatch;
import io.mdm.enrollment.api.ResentInvitation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "InvitationResending")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class InvitationResendingBean implements InvitationResending {
    @Inject
    InvitationResending resending;

    @Override
    public ResentInvitation resend(String organizationId, String tokenId, LinkRotation rotation) {
        return resending.resend(organizationId, tokenId, rotation);
    }

    @Override
    public ResentBatch resendBatch(ResendBatch command) {
        return resending.resendBatch(command);
    }
}
