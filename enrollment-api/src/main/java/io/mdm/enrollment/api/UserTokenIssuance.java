package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;

/** Issues a token to one person whom the directory knows. */
public interface UserTokenIssuance {

    /**
     * Issues the token and promises the mail, as a bulk request for this one recipient does.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization, its Windows enterprise,
     *     the user, a policy or the segment is unknown, or the user has no address that can be mailed;
     *     {@link EnrollmentProblem#QUOTA_REACHED} when the organization has as many live tokens as its plan allows. Nothing
     *     has been created then
     */
    IssuedToken issue(IssueUserToken command);
}
