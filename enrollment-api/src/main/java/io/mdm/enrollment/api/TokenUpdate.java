package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenNotUsable;

/** Change of tokens that have not been used. */
public interface TokenUpdate {

    /**
     * Changes settings of one pending token; other tokens of its batch keep theirs.
     *
     * @param expected precondition; the token cannot change between its check and the end of the use case
     * @param links whether the token passed to the precondition, and the result, show their link
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token,
     *     policy or segment
     * @throws TokenNotUsable with the reason, unless the token is pending and has not expired
     */
    IssuedToken update(UpdateToken command, TokenExpectation expected, LinkVisibility links);
}
