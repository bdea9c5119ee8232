package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.OnPending;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.util.List;
import java.util.Optional;

/**
 * Body of a bulk request, read and checked.
 *
 * @param settings the shared settings, defaults applied
 * @param userEmails the addresses as given
 * @param onPending treatment of recipients who hold a live token already
 */
public record BulkRequest(EnrollmentSettings settings, List<String> userEmails, OnPending onPending) {

    public IssueTokens toCommand(String organizationId, String requestedBy, Optional<IdempotencyKey> idempotencyKey) {
        return new IssueTokens(
                organizationId, requestedBy, settings, userEmails, onPending, Optional.empty(), idempotencyKey);
    }
}
