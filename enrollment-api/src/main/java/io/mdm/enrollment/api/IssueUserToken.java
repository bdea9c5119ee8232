package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;

/**
 * The wish to invite one person of an organization.
 *
 * @param requestedBy who asks, as the report shows it: the caller's subject
 */
public record IssueUserToken(
        String organizationId, String requestedBy, EnrollmentSettings settings, String mdmUserId) {}
