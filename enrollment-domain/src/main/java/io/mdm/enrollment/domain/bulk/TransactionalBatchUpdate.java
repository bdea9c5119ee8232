package io.mdm.enrollment.domain.bulk;

import io.mdm.enrollment.api.BatchUpdate;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.UpdateBatch;
import io.mdm.enrollment.api.UpdatedBatch;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.MailSchedule;
import io.mdm.enrollment.domain.batch.SendTime;
import io.mdm.enrollment.domain.batch.TokenSchedule;
import io.mdm.enrollment.domain.token.BatchTokens;
import io.mdm.enrollment.domain.token.RemainingQuota;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

@UseCase
@ApplicationScoped
class TransactionalBatchUpdate implements BatchUpdate {
    private final EnrollmentBatches batches;
    private final BatchTokens tokens;
    private final RemainingQuota quota;
    private final TokenSchedule schedule;
    private final MailSchedule mailSchedule;
    private final AuditTrail audit;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalBatchUpdate() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    TransactionalBatchUpdate(
            EnrollmentBatches batches,
            BatchTokens tokens,
            RemainingQuota quota,
            TokenSchedule schedule,
            MailSchedule mailSchedule,
            AuditTrail audit,
            ModuleClock clock) {
        this.batches = batches;
        this.tokens = tokens;
        this.quota = quota;
        this.schedule = schedule;
        this.mailSchedule = mailSchedule;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public UpdatedBatch update(UpdateBatch command) {
        SendTime.require(command.sendAt(), clock.instant());
        var batch = batches.findForUpdate(command.organizationId(), command.batchId())
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
        command.sendAt().ifPresent(time -> sendAt(batch, time));
        command.paused().ifPresent(paused -> setPaused(batch, paused));
        return command.duration()
                .map(duration -> extend(batch, duration))
                .orElseGet(() -> new UpdatedBatch(batch.success(), 0, 0, 0));
    }

    private void sendAt(EnrollmentBatch batch, Instant time) {
        var now = clock.instant();
        var start = time.isBefore(now) ? now : time;
        if (batch.sendAt().isEmpty() || mailSchedule.hasBegun(batch)) {
            throw new EnrollmentException(EnrollmentProblem.ALREADY_SENDING);
        }
        tokens.start(batch, start, batch.sendAt(start), now);
        mailSchedule.move(batch, start);
        schedule.reschedule(batch);
        audit.done(AuditAction.SCHEDULED, batch, batch.success());
    }

    private void setPaused(EnrollmentBatch batch, boolean paused) {
        if (paused == batch.isPaused()) {
            return;
        }
        if (paused) {
            batch.pause();
        } else {
            batch.resume();
        }
        audit.done(paused ? AuditAction.PAUSED : AuditAction.RESUMED, batch, batch.success());
    }

    private UpdatedBatch extend(EnrollmentBatch batch, Duration duration) {
        var now = clock.instant();
        var end = now.plus(duration);
        int extended = tokens.extend(batch, end, now);
        int expired = tokens.countExpired(batch, now);
        int room = expired == 0 ? 0 : Math.max(0, quota.of(batch.organizationId(), now));
        int revived = room == 0 ? 0 : tokens.revive(batch, room, end, now);
        if (extended + revived > 0) {
            batch.extend(end);
            schedule.reschedule(batch);
            audit.done(AuditAction.EXTENDED, batch, extended + revived);
        }
        return new UpdatedBatch(batch.success(), extended, revived, expired - revived);
    }
}
