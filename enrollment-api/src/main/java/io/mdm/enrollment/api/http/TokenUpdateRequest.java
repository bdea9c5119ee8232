package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.UpdateToken;
import io.mdm.enrollment.api.token.TokenChanges;
import java.time.Duration;
import java.util.Optional;

/**
 * Body of a change of one token, read and checked.
 *
 * @param duration time from now until which it can be redeemed
 */
public record TokenUpdateRequest(TokenChanges changes, Optional<Duration> duration) {

    public UpdateToken toCommand(String organizationId, String tokenId) {
        return new UpdateToken(organizationId, tokenId, changes, duration);
    }
}
