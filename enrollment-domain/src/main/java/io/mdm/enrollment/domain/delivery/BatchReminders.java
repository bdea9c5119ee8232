package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.TokenSchedule;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reminders of one batch: promised when it is created, and moved when its tokens are extended. */
@Dependent
public class BatchReminders implements TokenSchedule {
    private final Reminders reminders;
    private final EnrollmentTokens tokens;
    private final ModuleConfiguration configuration;
    private final ModuleClock clock;

    @Inject
    public BatchReminders(
            Reminders reminders, EnrollmentTokens tokens, ModuleConfiguration configuration, ModuleClock clock) {
        this.reminders = reminders;
        this.tokens = tokens;
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Promises the reminders of a new batch as part of the running transaction, those that fit into the life of its
     * tokens. Without mail there are none.
     *
     * @param asked empty for the configured ones
     */
    public void promise(EnrollmentBatch batch, Optional<List<Duration>> asked) {
        var longest = batch.settings().duration().minus(IssueTokens.REMINDER_MARGIN);
        var fitting = asked.orElse(configuration.reminders()).stream()
                .filter(before -> before.compareTo(IssueTokens.REMINDER_MARGIN) >= 0 && before.compareTo(longest) <= 0)
                .distinct()
                .toList();
        if (!fitting.isEmpty() && batch.settings().sendEmail() && batch.success() > 0) {
            reminders.addAll(batch, fitting);
        }
    }

    @Override
    public void reschedule(EnrollmentBatch batch) {
        var all = reminders.ofBatchForUpdate(batch);
        if (!all.isEmpty()) {
            var now = clock.instant();
            var ends = tokens.liveEnds(batch.organizationId(), batch.id(), now).values();
            all.forEach(reminder -> reminders.put(reminder.moved(ends, now)));
        }
    }
}
