package io.mdm.enrollment.api;

/** The wish to change one token of an organization. */
public record UpdateToken(String organizationId, String tokenId, TokenChanges changes) {}
