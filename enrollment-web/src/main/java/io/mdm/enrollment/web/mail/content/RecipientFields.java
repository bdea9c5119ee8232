package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.spi.Invitation;

/**
 * Values that differ between the invitations of a batch: secrets, all but the address.
 *
 * @param email as the caller gave it, on one line
 */
public record RecipientFields(String email, String link, String code) {

    public static RecipientFields of(Invitation invitation) {
        return new RecipientFields(
                CleanText.singleLine(invitation.email()),
                invitation.link().uri().toString(),
                CleanText.singleLine(invitation.enrollCode()));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "RecipientFields";
    }
}
