package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.TokenQuota;
import io.mdm.enrollment.api.token.Language;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Data of an answer for a form: what requests may hold, and how many tokens the organization may still have.
 *
 * @param bulkEnrollment whether its plan includes the issuance of tokens
 */
public record LimitsBody(
        Limits limits, Defaults defaults, List<Language> languages, boolean bulkEnrollment, Quota quota) {

    /**
     * Bounds, lengths in UTF-16 units.
     *
     * @param recipients of one bulk request
     * @param bodyBytes of a bulk request
     * @param displayName length of the display name, and of each tag
     * @param name length of a recipient's name
     * @param tags their number
     * @param duration seconds
     * @param winPolicyAssignments their number
     * @param hourlyRecipients in the requests of the organization in any 60 minutes
     * @param resendInterval between two resends of one invitation; 0 for no limit
     * @param sendAhead longest time until the mails leave
     * @param hourlyTestMails to one caller in any 60 minutes
     */
    public record Limits(
            int recipients,
            long bodyBytes,
            int displayName,
            int name,
            int tags,
            int emailText,
            Range duration,
            int winPolicyAssignments,
            Range priority,
            int hourlyRecipients,
            Duration resendInterval,
            Reminders reminders,
            Duration sendAhead,
            int hourlyTestMails) {}

    /**
     * Reminders that a bulk request may ask for.
     *
     * @param max their number
     * @param min time before the end of the tokens, and after the request
     */
    public record Reminders(int max, Duration min) {}

    /** Whole numbers, both bounds included. */
    public record Range(long min, long max) {}

    /**
     * Values of fields that are left out.
     *
     * @param language of the organization, for recipients of whom none is known
     */
    public record Defaults(Duration duration, Language language) {}

    /** Live tokens: how many there may be, are, and may still be added; null for no limit. */
    public record Quota(
            @Nullable Integer limit, int used, @Nullable Integer left) {

        public static Quota of(TokenQuota quota) {
            return new Quota(boxed(quota.limit()), quota.used(), boxed(quota.left()));
        }

        private static @Nullable Integer boxed(OptionalInt number) {
            return number.isPresent() ? Integer.valueOf(number.getAsInt()) : null;
        }
    }
}
