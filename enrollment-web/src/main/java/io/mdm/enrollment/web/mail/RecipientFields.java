package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.spi.Invitation;

/**
 * What differs between the invitations of a batch: secrets all but the address.
 *
 * @param email as the caller gave it, on one line
 */
record RecipientFields(String email, String link, String code) {

    static RecipientFields of(Invitation invitation) {
        return new RecipientFields(
                HeaderText.onOneLine(invitation.email()),
                invitation.link().toString(),
                HeaderText.onOneLine(invitation.enrollCode()));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "Personal";
    }
}
