package io.mdm.enrollment.web.metric;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.function.Supplier;

/** Fires the result of every redemption, also of those that a host requests in process. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class ReportedRedemption implements TokenRedemption {
    @Inject
    @Delegate
    TokenRedemption tokens;

    @Inject
    Event<RedeemResult> result;

    @Override
    public IssuedToken redeem(Proof proof, String winDeviceId) {
        return told(() -> tokens.redeem(proof, winDeviceId));
    }

    @Override
    public IssuedToken redeem(Proof proof, Optional<String> organizationId, String winDeviceId) {
        return told(() -> tokens.redeem(proof, organizationId, winDeviceId));
    }

    private IssuedToken told(Supplier<IssuedToken> redeem) {
        try {
            var token = redeem.get();
            result.fire(RedeemResult.REDEEMED);
            return token;
        } catch (TokenNotUsable refused) {
            result.fire(RedeemResult.of(refused.reason()));
            throw refused;
        }
    }
}
