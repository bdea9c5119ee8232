package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Command to issue one token per address and to invite each recipient.
 *
 * @param organizationId id of the organization
 * @param requestedBy subject of the caller, shown by the report
 * @param settings settings shared by all tokens
 * @param addresses addresses as given, not yet validated, in request order
 * @param repairAddresses whether an address that is not valid gives way to the one that is suggested for it
 * @param particulars one for each address, in the same order; empty if no recipient has any
 * @param onPending treatment of recipients who hold a live token already
 * @param reminders times before the end of the tokens at which those who have not enrolled are reminded, at most
 *     {@value #MAX_REMINDERS}; empty for the configured ones. Those less than {@link #REMINDER_MARGIN} before the end
 *     or after the invitation are left out, and all of them without mail
 * @param sendAt when the tokens begin to work and the mails leave, from which on the duration counts; empty, or an
 *     instant that has passed, for at once
 * @param idempotencyKey key under which the caller may repeat the request without inviting anybody twice
 */
public record IssueTokens(
        String organizationId,
        String requestedBy,
        EnrollmentSettings settings,
        List<String> addresses,
        boolean repairAddresses,
        List<Particulars> particulars,
        OnPending onPending,
        Optional<List<Duration>> reminders,
        Optional<Instant> sendAt,
        Optional<IdempotencyKey> idempotencyKey) {
    /** Upper bound of reminders. */
    public static final int MAX_REMINDERS = 3;

    /** Shortest time of a reminder before the end of the tokens, and after the invitation. */
    public static final Duration REMINDER_MARGIN = Duration.ofMinutes(15);

    /** Longest time until the mails leave. */
    public static final Duration MAX_AHEAD = Duration.ofDays(30);

    /** @throws IllegalArgumentException unless there are as many particulars as addresses, or none */
    public IssueTokens {
        if (!particulars.isEmpty() && particulars.size() != addresses.size()) {
            throw new IllegalArgumentException(particulars.size() + " particulars of " + addresses.size());
        }
    }

    /** At once, without particulars, another token for those who hold one, and the configured reminders. */
    public IssueTokens(
            String organizationId,
            String requestedBy,
            EnrollmentSettings settings,
            List<String> addresses,
            Optional<IdempotencyKey> idempotencyKey) {
        this(
                organizationId,
                requestedBy,
                settings,
                addresses,
                false,
                List.of(),
                OnPending.ADD,
                Optional.empty(),
                Optional.empty(),
                idempotencyKey);
    }

    /** Particulars of the recipient at this position. */
    public Particulars particularsOf(int index) {
        return particulars.isEmpty() ? Particulars.NONE : particulars.get(index);
    }
}
