package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Body of a bulk request, read and checked.
 *
 * @param settings the shared settings, defaults applied
 * @param addresses as given
 * @param repairAddresses whether they come from a file, in which people paste what mail programs give them
 * @param particulars one for each address, or none
 * @param onPending treatment of recipients who hold a live token already
 * @param reminders times before the end of the tokens; empty for the configured ones
 * @param sendAt when the mails leave; empty for at once
 */
public record BulkRequest(
        EnrollmentSettings settings,
        List<String> addresses,
        boolean repairAddresses,
        List<Particulars> particulars,
        OnPending onPending,
        Optional<List<Duration>> reminders,
        Optional<Instant> sendAt) {

    public IssueTokens toCommand(String organizationId, String requestedBy, Optional<IdempotencyKey> idempotencyKey) {
        return new IssueTokens(
                organizationId,
                requestedBy,
                settings,
                addresses,
                repairAddresses,
                particulars,
                onPending,
                reminders,
                sendAt,
                idempotencyKey);
    }
}
