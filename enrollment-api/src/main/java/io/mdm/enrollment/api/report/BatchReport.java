package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.PersonalLink;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Report on a bulk request: the request as accepted, its counts, and one page of its recipients.
 *
 * @param mails invitations of the whole batch by state; absent states are 0
 * @param items recipients of the page, in request order, read while they are iterated, in transactions of their own
 *     unless one is running; one that meanwhile no longer is what was asked for is left out
 * @param totalItems items on all pages together
 */
public record BatchReport(
        String batchId,
        String organizationId,
        Instant createdAt,
        String createdBy,
        EnrollmentSettings settings,
        int total,
        int success,
        int fail,
        Map<MailState, Integer> mails,
        Iterable<Item> items,
        int totalItems) {

    /**
     * One recipient.
     *
     * @param index position in the request, from 0
     * @param email the address, its domain in A-labels (RFC 5890); the text as given, trimmed, where no token was
     *     created; null when the person was erased
     * @param tokenId null unless a token was created
     * @param enrollmentLink the personal link; null unless the token is live and links were asked for
     * @param enrollCode the short code beside it; null wherever the link is
     * @param mail null unless a token was created
     */
    public record Item(
            int index,
            @Nullable String email,
            RecipientOutcome outcome,
            @Nullable String tokenId,
            @Nullable PersonalLink enrollmentLink,
            @Nullable String enrollCode,
            @Nullable Mail mail) {}
}
