package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** Quota of live tokens, which the plan of an organization sets. */
@Dependent
public class RemainingQuota {
    private final MdmDirectory directory;
    private final EnrollmentTokens tokens;

    @Inject
    public RemainingQuota(MdmDirectory directory, EnrollmentTokens tokens) {
        this.directory = directory;
        this.tokens = tokens;
    }

    /**
     * How many more tokens may be live; negative when there are too many already. See
     * {@link EnrollmentTokens#countLiveInTurn}.
     */
    public int of(Organization organization, Instant now) {
        return organization.tokenQuota().isEmpty()
                ? Integer.MAX_VALUE
                : organization.tokenQuota().getAsInt() - tokens.countLiveInTurn(organization.id(), now);
    }

    /** @throws EnrollmentException ENTITY_NOT_FOUND when the directory no longer knows the organization */
    public int of(String organizationId, Instant now) {
        return of(
                directory
                        .organization(organizationId)
                        .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND)),
                now);
    }
}
