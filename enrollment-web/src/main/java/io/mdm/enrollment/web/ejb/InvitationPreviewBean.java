package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.InvitationPreview;
import io.mdm.enrollment.api.PreviewInvitation;
import io.mdm.enrollment.api.mail.TestMail;
import io.mdm.enrollment.api.mail.WrittenInvitation;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "InvitationPreview")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class InvitationPreviewBean implements InvitationPreview {
    @Inject
    InvitationPreview preview;

    @Override
    public WrittenInvitation preview(PreviewInvitation command) {
        return preview.preview(command);
    }

    @Override
    public TestMail test(PreviewInvitation command, String caller, String address) {
        return preview.test(command, caller, address);
    }
}
