package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.directory.WindowsEnterprise;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.token.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values that all mails of a mailing in one language have in common.
 *
 * @param emailText an extra paragraph of the organization; null for none
 * @param entryPage the page where a code can be typed
 * @param timeLeft of a reminder; null for what is none
 */
public record MailTemplateKey(
        Language language,
        @Nullable String displayName,
        @Nullable String emailText,
        URI entryPage,
        Instant expireAt,
        String organization,
        WindowsEnterprise enterprise,
        @Nullable TimeLeft timeLeft) {

    public static MailTemplateKey of(Invitation invitation, Instant now) {
        return new MailTemplateKey(
                invitation.language(),
                invitation.displayName(),
                invitation.emailText(),
                invitation.link().entryPage(),
                invitation.expireAt(),
                invitation.organizationName(),
                invitation.enterprise(),
                invitation
                        .reminding()
                        .map(reminding -> TimeLeft.of(Duration.between(now, invitation.expireAt())))
                        .orElse(null));
    }
}
