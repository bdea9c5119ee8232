package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Command to issue one token per address and to invite each recipient.
 *
 * @param organizationId id of the organization
 * @param requestedBy subject of the caller, shown by the report
 * @param settings settings shared by all tokens
 * @param addresses addresses as given, not yet validated, in request order
 * @param onPending treatment of recipients who hold a live token already
 * @param reminders times before the end of the tokens at which those who have not enrolled are reminded, at most
 *     {@value #MAX_REMINDERS}; empty for the configured ones. Those less than {@link #REMINDER_MARGIN} before the end
 *     or after the invitation are left out, and all of them without mail
 * @param idempotencyKey key under which the caller may repeat the request without inviting anybody twice
 */
public record IssueTokens(
        String organizationId,
        String requestedBy,
        EnrollmentSettings settings,
        List<String> addresses,
        OnPending onPending,
        Optional<List<Duration>> reminders,
        Optional<IdempotencyKey> idempotencyKey) {
    /** Upper bound of reminders. */
    public static final int MAX_REMINDERS = 3;

    /** Shortest time of a reminder before the end of the tokens, and after the invitation. */
    public static final Duration REMINDER_MARGIN = Duration.ofMinutes(15);

    /** Another token for those who hold one, and the configured reminders. */
    public IssueTokens(
            String organizationId,
            String requestedBy,
            EnrollmentSettings settings,
            List<String> addresses,
            Optional<IdempotencyKey> idempotencyKey) {
        this(organizationId, requestedBy, settings, addresses, OnPending.ADD, Optional.empty(), idempotencyKey);
    }
}
