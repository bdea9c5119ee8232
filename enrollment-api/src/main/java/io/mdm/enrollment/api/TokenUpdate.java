package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenNotUsable;

/** Changes a token before it is used. */
public interface TokenUpdate {

    /**
     * Changes settings of one pending token; the others of its batch keep theirs.
     *
     * @param expected what the caller insists on; the token cannot change until the use case has ended
     * @param links whether the answer shows the link
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token,
     *     policy or segment
     * @throws TokenNotUsable with the reason, unless the token is pending and has not expired
     */
    IssuedToken update(UpdateToken command, TokenExpectation expected, LinkVisibility links);
}
