package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.domain.UseCase;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Job that promises the mailings of reminders whose time has come, one after the other. */
@UseCase
@ApplicationScoped
public class ReminderJob {
    /** A reminder that is later than this was missed: no node was there. */
    private static final Duration MISSED = Duration.ofMinutes(5);

    /** A missed reminder is left out if the next one comes within this time. */
    private static final Duration SOON = Duration.ofHours(1);

    private final Reminders reminders;
    private final EnrollmentBatches batches;
    private final EnrollmentTokens tokens;
    private final Invitations invitations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    ReminderJob() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ReminderJob(
            Reminders reminders,
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Invitations invitations,
            Outbox outbox,
            AuditTrail audit,
            ModuleClock clock) {
        this.reminders = reminders;
        this.batches = batches;
        this.tokens = tokens;
        this.invitations = invitations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Carries out the reminder that has been due for the longest time, in one transaction.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean step() {
        var now = clock.instant();
        var due = reminders.dueForUpdate(now);
        due.ifPresent(reminder -> carryOut(reminder, now));
        return due.isPresent();
    }

    private void carryOut(Reminder due, Instant now) {
        var batch = batches.find(due.organizationId(), due.batchId()).orElseThrow();
        var ends = tokens.liveEnds(batch.organizationId(), batch.id(), now);
        var concerned = concerned(due, batch, ends, now);
        if (!concerned.isEmpty()) {
            int number = invitations.beginMailing(batch);
            outbox.promiseAgain(batch, PromisedMailing.dueReminder(number, now), concerned);
            audit.done(AuditAction.REMINDED, batch, concerned.size());
        }
        reminders.put(due.done(ends.values(), now));
    }

    /** A mail that has not left yet is not replaced: nobody is reminded of an invitation they never got. */
    private List<Integer> concerned(Reminder due, EnrollmentBatch batch, Map<Integer, Instant> ends, Instant now) {
        var unwanted = new HashSet<>(invitations.pending(batch));
        unwanted.addAll(tokens.enrolledIndexes(batch.organizationId(), batch.id(), batch.createdAt()));
        var others = reminders.ofBatchForUpdate(batch);
        return ends.entrySet().stream()
                .filter(token -> due.concerns(token.getValue(), now))
                .filter(token -> !isSuperseded(due, others, token.getValue(), now))
                .map(Map.Entry::getKey)
                .filter(index -> !unwanted.contains(index))
                .sorted()
                .toList();
    }

    private static boolean isSuperseded(Reminder due, List<Reminder> all, Instant end, Instant now) {
        return due.dueAt(end).isBefore(now.minus(MISSED))
                && all.stream()
                        .filter(later -> later.dueAt(end).isAfter(due.dueAt(end)) && later.awaits(end))
                        .anyMatch(later -> !later.dueAt(end).isAfter(now.plus(SOON)));
    }
}
