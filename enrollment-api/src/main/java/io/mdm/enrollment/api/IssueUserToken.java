package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.EnrollmentSettings;

/**
 * Command to issue one token to a user of the directory.
 *
 * @param requestedBy subject of the caller, shown by the report
 */
public record IssueUserToken(
        String organizationId, String requestedBy, EnrollmentSettings settings, String mdmUserId) {}
