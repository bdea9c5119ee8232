package io.mdm.enrollment.api;

/** Finds an organization's tokens. */
public interface TokenCatalog {

    /** @throws EnrollmentException {@link EnrollmentProblem#ENTITY_NOT_FOUND} when the organization has no such token */
    IssuedToken token(String organizationId, String tokenId, Links links);

    TokenPage tokens(TokenQuery query);
}
