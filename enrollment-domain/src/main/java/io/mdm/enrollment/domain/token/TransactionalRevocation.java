package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.ModuleClock;
import io.mdm.enrollment.api.TokenRevocation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@ApplicationScoped
class TransactionalRevocation implements TokenRevocation {
    @Inject
    EnrollmentTokens tokens;

    @Inject
    ModuleClock clock;

    @Override
    @Transactional
    public void revoke(String organizationId, String tokenId) {
        tokens.ofOrganizationForUpdate(organizationId, tokenId)
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND))
                .revoke(clock.instant());
    }
}
