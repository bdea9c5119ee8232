package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenNotUsable;

/** Takes a token back before it is used. */
public interface TokenRevocation {

    /**
     * Ends a pending token; its link stops working at once. Repeating it changes nothing.
     *
     * @param expected what the caller insists on; the token cannot change until the use case has ended
     * @param links whether the token that is being judged shows its link
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token
     * @throws TokenNotUsable {@link TokenNotUsable.Reason#USED} when a device was enrolled with it already
     */
    IssuedToken revoke(String organizationId, String tokenId, TokenExpectation expected, LinkVisibility links);
}
