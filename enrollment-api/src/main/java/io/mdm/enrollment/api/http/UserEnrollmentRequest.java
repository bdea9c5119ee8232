package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.EnrollUser;
import io.mdm.enrollment.api.token.EnrollmentSettings;

/**
 * The body of a request for one token, read and checked.
 *
 * @param settings defaults applied
 * @param mdmUserId 24 lower-case hexadecimal digits
 */
public record UserEnrollmentRequest(EnrollmentSettings settings, String mdmUserId) {

    public EnrollUser toCommand(String organizationId, String requestedBy) {
        return new EnrollUser(organizationId, requestedBy, settings, mdmUserId);
    }
}
