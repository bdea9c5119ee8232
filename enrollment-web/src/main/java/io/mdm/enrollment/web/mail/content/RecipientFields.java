package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.web.text.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * Values that differ between the invitations of a batch: secrets and personal ones.
 *
 * @param email the recipient's address
 * @param name the recipient's; empty for none
 * @param displayName of the token; empty for none
 */
public record RecipientFields(String email, String link, String code, String name, String displayName) {

    public static RecipientFields of(Invitation invitation) {
        return new RecipientFields(
                CleanText.singleLine(invitation.address()),
                invitation.link().uri().toString(),
                CleanText.singleLine(invitation.enrollCode()),
                line(invitation.name()),
                line(invitation.displayName()));
    }

    /** The text on one line; empty for null. */
    static String line(@Nullable String text) {
        return text == null ? "" : CleanText.singleLine(text);
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "RecipientFields";
    }
}
