package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenNotUsable;

/** Change of tokens that have not been used. */
public interface TokenUpdate {

    /**
     * Changes settings of one pending token; other tokens of its batch keep theirs. With a duration its end moves,
     * unless it is later already, and an expired token is live again.
     *
     * @param expected precondition; the token cannot change between its check and the end of the use case
     * @param links whether the token passed to the precondition, and the result, show their link
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token,
     *     policy or segment
     * @throws EnrollmentException {@link EnrollmentProblem#QUOTA_REACHED} when an expired token would be live again and
     *     the organization has as many live tokens as its plan allows
     * @throws TokenNotUsable with the reason, unless the token is pending, and has not expired or gets a duration
     */
    IssuedToken update(UpdateToken command, TokenExpectation expected, LinkVisibility links);
}
