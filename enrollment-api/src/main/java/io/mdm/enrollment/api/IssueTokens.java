package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.util.List;
import java.util.Optional;

/**
 * The wish to invite people to an organization.
 *
 * @param organizationId the organization's id
 * @param requestedBy who asks, as the report shows it: the caller's subject
 * @param settings what all the tokens share
 * @param addresses the invited people's addresses as given, unjudged, in request order
 * @param idempotencyKey with which the caller may repeat the request without inviting anybody twice
 */
public record IssueTokens(
        String organizationId,
        String requestedBy,
        EnrollmentSettings settings,
        List<String> addresses,
        Optional<IdempotencyKey> idempotencyKey) {}
