package io.mdm.enrollment.host.ear;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Proof;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Transactions of the host that contain redemptions. */
@ApplicationScoped
class HostTransactions {
    @Inject
    TokenRedemption redemption;

    @Transactional
    IssuedToken redeemAndFail(Proof proof, String winDeviceId) {
        redemption.redeem(proof, winDeviceId);
        throw new IllegalStateException("the host's own failure");
    }

    @Transactional
    IssuedToken redeemFirstUsable(List<Proof> proofs, String winDeviceId) {
        for (var proof : proofs) {
            try {
                return redemption.redeem(proof, winDeviceId);
            } catch (TokenNotUsable next) {
                // the transaction goes on
            }
        }
        throw new IllegalArgumentException("none is usable");
    }
}
