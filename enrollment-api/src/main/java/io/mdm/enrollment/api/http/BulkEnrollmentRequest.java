package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.EnrollRecipients;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.util.List;
import java.util.Optional;

/**
 * The body of a bulk request, read and checked.
 *
 * @param settings the shared settings, defaults applied
 * @param userEmails the addresses as given
 */
public record BulkEnrollmentRequest(EnrollmentSettings settings, List<String> userEmails) {

    public EnrollRecipients toCommand(
            String organizationId, String requestedBy, Optional<IdempotencyKey> idempotencyKey) {
        return new EnrollRecipients(organizationId, requestedBy, settings, userEmails, idempotencyKey);
    }
}
