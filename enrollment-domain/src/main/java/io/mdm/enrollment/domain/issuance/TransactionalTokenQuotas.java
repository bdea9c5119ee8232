package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenQuota;
import io.mdm.enrollment.api.TokenQuotas;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

@UseCase
@ApplicationScoped
class TransactionalTokenQuotas implements TokenQuotas {
    private final AdmittedOrganization admitted;
    private final MdmDirectory directory;
    private final EnrollmentTokens tokens;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenQuotas() {
        this(null, null, null, null);
    }

    @Inject
    TransactionalTokenQuotas(
            AdmittedOrganization admitted, MdmDirectory directory, EnrollmentTokens tokens, ModuleClock clock) {
        this.admitted = admitted;
        this.directory = directory;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    @Transactional
    public TokenQuota quota(String organizationId) {
        var organization = admitted.current()
                .filter(known -> known.id().equals(organizationId))
                .or(() -> directory.organization(organizationId))
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        return new TokenQuota(organization.tokenQuota(), tokens.countLive(organization.id(), clock.instant()));
    }
}
