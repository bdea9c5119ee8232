package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.token.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all invitations of a batch in one language have in common.
 *
 * @param entry the address of the page where a code can be typed
 */
record MailTemplateKey(
        Language language,
        @Nullable String displayName,
        @Nullable String ownWords,
        String entry,
        Instant expireAt,
        String organization,
        WindowsEnterprise enterprise) {

    static MailTemplateKey of(Invitation invitation) {
        var link = invitation.link().toString();
        return new MailTemplateKey(
                invitation.language(),
                invitation.displayName(),
                invitation.emailText(),
                link.substring(0, Math.max(0, link.lastIndexOf('/'))),
                invitation.expireAt(),
                invitation.organizationName(),
                invitation.enterprise());
    }
}
