package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.util.List;
import java.util.Optional;

/**
 * Command to issue one token per address and to invite each recipient.
 *
 * @param organizationId id of the organization
 * @param requestedBy subject of the caller, shown by the report
 * @param settings settings shared by all tokens
 * @param addresses addresses as given, not yet validated, in request order
 * @param idempotencyKey key under which the caller may repeat the request without inviting anybody twice
 */
public record IssueTokens(
        String organizationId,
        String requestedBy,
        EnrollmentSettings settings,
        List<String> addresses,
        Optional<IdempotencyKey> idempotencyKey) {}
