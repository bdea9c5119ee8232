package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenNotUsable;

/** Revocation of tokens that have not been used. */
public interface TokenRevocation {

    /**
     * Revokes a pending token; its link stops working at once. Repeating the call changes nothing.
     *
     * @param expected precondition; the token cannot change between its check and the end of the use case
     * @param links whether the token passed to the precondition, and the result, show their link
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token
     * @throws TokenNotUsable {@link TokenNotUsable.Reason#USED} when a device was enrolled with it already
     */
    IssuedToken revoke(String organizationId, String tokenId, TokenExpectation expected, LinkVisibility links);
}
