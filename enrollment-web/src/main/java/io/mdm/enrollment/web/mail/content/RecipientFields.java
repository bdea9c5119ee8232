package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.web.text.CleanText;

/**
 * Values that differ between the invitations of a batch: secrets, all but the address.
 *
 * @param email the recipient's address
 */
public record RecipientFields(String email, String link, String code) {

    public static RecipientFields of(Invitation invitation) {
        return new RecipientFields(
                CleanText.singleLine(invitation.address()),
                invitation.link().uri().toString(),
                CleanText.singleLine(invitation.enrollCode()));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "RecipientFields";
    }
}
