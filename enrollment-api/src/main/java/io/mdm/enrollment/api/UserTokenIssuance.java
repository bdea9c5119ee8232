package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;

/** Issuance of single tokens to users of the directory. */
public interface UserTokenIssuance {

    /**
     * Issues the token and promises the mail like a bulk request for one recipient.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization, its Windows
     *     enterprise, the user, a policy or the segment is unknown, or the user has no deliverable address;
     *     {@link EnrollmentProblem#QUOTA_REACHED} when the organization has as many live tokens as its plan allows;
     *     {@link LimitReached} as in {@link TokenIssuance}. Nothing is created then
     */
    IssuedToken issue(IssueUserToken command);
}
