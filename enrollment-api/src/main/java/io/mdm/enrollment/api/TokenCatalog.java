package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;

/** Tokens of an organization, one by one and as a list. */
public interface TokenCatalog {

    /**
     * @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token
     */
    IssuedToken token(String organizationId, String tokenId, LinkVisibility links);

    TokenPage tokens(TokenQuery query);
}
