package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.IssueUserToken;
import io.mdm.enrollment.api.token.EnrollmentSettings;

/**
 * Body of a request for one token, read and checked.
 *
 * @param settings defaults applied
 * @param mdmUserId 24 lower-case hexadecimal digits
 */
public record UserTokenRequest(EnrollmentSettings settings, String mdmUserId) {

    public IssueUserToken toCommand(String organizationId, String requestedBy) {
        return new IssueUserToken(organizationId, requestedBy, settings, mdmUserId);
    }
}
