package io.mdm.enrollment.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that a credential opened.
 *
 * @param email the invited address as it was given
 * @param language in which the recipient was invited
 * @param settings what the token's batch shares, its policies among them
 * @param expireAt the first instant at which it can no longer be redeemed
 * @param winDeviceId the device that was enrolled with it; null while none was
 */
public record UsableToken(
        String tokenId,
        String organizationId,
        String winEnterpriseId,
        String email,
        Language language,
        EnrollmentSettings settings,
        Instant expireAt,
        @Nullable String winDeviceId) {}
