package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Body of a bulk request, read and checked.
 *
 * @param settings the shared settings, defaults applied
 * @param userEmails the addresses as given
 * @param onPending treatment of recipients who hold a live token already
 * @param reminders times before the end of the tokens; empty for the configured ones
 */
public record BulkRequest(
        EnrollmentSettings settings, List<String> userEmails, OnPending onPending, Optional<List<Duration>> reminders) {

    public IssueTokens toCommand(String organizationId, String requestedBy, Optional<IdempotencyKey> idempotencyKey) {
        return new IssueTokens(organizationId, requestedBy, settings, userEmails, onPending, reminders, idempotencyKey);
    }
}
