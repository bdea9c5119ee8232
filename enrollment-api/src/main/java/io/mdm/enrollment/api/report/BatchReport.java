package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.PersonalLink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Report on a bulk request: the request as accepted, its counts, and one page of its recipients.
 *
 * @param version equal versions mean equal reports; printable ASCII
 * @param expireAt first instant at which its tokens can no longer be redeemed, but for those extended one by one
 * @param paused whether its invitations are held
 * @param sendAt when its tokens begin to work and its mails leave; null for at once
 * @param overdue whether its mails should have left more than a day ago and none has: they wait for a new time
 * @param mails invitations of the whole batch by state; absent states are 0
 * @param tokens tokens of the whole batch by state
 * @param mailings the first and the latest 999 others, in order
 * @param items recipients of the page, in request order, read while they are iterated, in transactions of their own
 *     unless one is running; one that meanwhile no longer is what was asked for is left out
 * @param totalItems items on all pages together
 */
public record BatchReport(
        String version,
        String batchId,
        String organizationId,
        Instant createdAt,
        String createdBy,
        EnrollmentSettings settings,
        Instant expireAt,
        boolean paused,
        @Nullable Instant sendAt,
        boolean overdue,
        int total,
        int success,
        int fail,
        Map<MailState, Integer> mails,
        TokenCounts tokens,
        List<Mailing> mailings,
        Iterable<Item> items,
        int totalItems) {

    /**
     * One recipient.
     *
     * @param index position in the request, from 0
     * @param email the address, its domain in A-labels (RFC 5890); the text as given, trimmed, where no token was
     *     created; null when the person was erased
     * @param name the recipient's; null for none, without a token, or when the person was erased
     * @param tokenId null unless a token was created
     * @param state state of the token; null for none
     * @param winDeviceId device enrolled with the token; null before
     * @param enrolledAt when it was enrolled; null before
     * @param enrollmentLink the personal link; null unless the token is live and links were asked for
     * @param enrollCode the short code beside it; null wherever the link is
     * @param mail null unless a token was created
     * @param suggestion the address that was most likely meant, where it is not valid; null if nobody can tell
     */
    public record Item(
            int index,
            @Nullable String email,
            @Nullable String name,
            RecipientOutcome outcome,
            @Nullable String tokenId,
            IssuedToken.@Nullable State state,
            @Nullable String winDeviceId,
            @Nullable Instant enrolledAt,
            @Nullable PersonalLink enrollmentLink,
            @Nullable String enrollCode,
            @Nullable Mail mail,
            @Nullable String suggestion) {

        /** A recipient without a token. */
        public static Item rejected(
                int index, @Nullable String email, RecipientOutcome reason, @Nullable String suggestion) {
            return new Item(index, email, null, reason, null, null, null, null, null, null, null, suggestion);
        }
    }
}
