package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.ResentInvitation;
import io.mdm.enrollment.api.mail.Mail;

/** Data of an answer to the resending of one invitation: the token's id, and its mail as in the report. */
public record ResentInvitationBody(String id, Mail mail) {

    public static ResentInvitationBody of(ResentInvitation resent) {
        return new ResentInvitationBody(resent.tokenId(), resent.mail());
    }
}
