package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.TokenChanges;

/** Command to change one token of an organization. */
public record UpdateToken(String organizationId, String tokenId, TokenChanges changes) {}
