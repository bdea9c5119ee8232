package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.TokenSchedule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;

/** Extension of one token. */
@Dependent
class TokenExtension {
    private final EnrollmentTokens tokens;
    private final EnrollmentBatches batches;
    private final RemainingQuota quota;
    private final TokenSchedule schedule;
    private final AuditTrail audit;
    private final ModuleClock clock;

    @Inject
    TokenExtension(
            EnrollmentTokens tokens,
            EnrollmentBatches batches,
            RemainingQuota quota,
            TokenSchedule schedule,
            AuditTrail audit,
            ModuleClock clock) {
        this.tokens = tokens;
        this.batches = batches;
        this.quota = quota;
        this.schedule = schedule;
        this.audit = audit;
        this.clock = clock;
    }

    /** Locks the batch before its token, as everything that changes whole batches does: else two may lock crosswise. */
    void lockBatch(String organizationId, String tokenId) {
        tokens.ofOrganization(organizationId, tokenId)
                .ifPresent(token -> batches.findForUpdate(organizationId, token.batchId()));
    }

    /**
     * @param token read for update
     * @throws TokenNotUsable see {@link EnrollmentToken#extend}
     * @throws EnrollmentException QUOTA_REACHED when it has expired, and as many tokens are live as may be
     */
    void extend(EnrollmentToken token, EnrollmentBatch batch, Duration duration) {
        var now = clock.instant();
        var earlier = token.expireAt();
        token.requireExtensible(now);
        // before the change, which the count would see
        if (!token.isLive(now) && quota.of(token.organizationId(), now) <= 0) {
            throw new EnrollmentException(EnrollmentProblem.QUOTA_REACHED);
        }
        token.extend(now.plus(duration), now);
        if (!token.expireAt().equals(earlier)) {
            batch.extendOne(token.expireAt());
            schedule.reschedule(batch);
            audit.done(AuditAction.EXTENDED, token.organizationId(), token.batchId(), token.id());
        }
    }
}
