package io.mdm.enrollment.api;

import io.mdm.enrollment.api.token.TokenChanges;
import java.time.Duration;
import java.util.Optional;

/**
 * Command to change one token of an organization.
 *
 * @param duration time from now until which it can be redeemed, in whole seconds; empty leaves its end as it is
 */
public record UpdateToken(String organizationId, String tokenId, TokenChanges changes, Optional<Duration> duration) {}
