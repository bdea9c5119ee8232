package io.mdm.enrollment.web.mail.content;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.token.Language;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Values that all mails of a mailing in one language have in common.
 *
 * @param named whether their recipients have names
 * @param labeled whether their tokens have display names
 * @param emailText an extra paragraph of the organization; null for none
 * @param entryPage the page where a code can be typed
 * @param timeLeft until the link ends
 * @param reminder whether they remind of an earlier one
 */
public record MailTemplateKey(
        Language language,
        boolean named,
        boolean labeled,
        @Nullable String emailText,
        URI entryPage,
        Instant expireAt,
        Organization organization,
        TimeLeft timeLeft,
        boolean reminder) {

    public static MailTemplateKey of(Invitation invitation, Instant now) {
        return new MailTemplateKey(
                invitation.language(),
                !RecipientFields.line(invitation.name()).isEmpty(),
                !RecipientFields.line(invitation.displayName()).isEmpty(),
                invitation.emailText(),
                invitation.link().entryPage(),
                invitation.expireAt(),
                invitation.organization(),
                TimeLeft.of(Duration.between(now, invitation.expireAt())),
                invitation.reminding().isPresent());
    }
}
