package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;

class InMemoryRemindersTest extends RemindersContract {
    private final EnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final Reminders reminders = new InMemoryReminders(batches);

    @Override
    protected Reminders reminders() {
        return reminders;
    }

    @Override
    protected EnrollmentBatches batches() {
        return batches;
    }

    @Override
    protected void transactionally(Runnable work) {
        work.run();
    }
}
