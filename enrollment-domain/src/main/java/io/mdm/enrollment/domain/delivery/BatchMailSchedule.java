package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.MailSchedule;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** Schedule of mails that leave later, kept by the lanes that deliver them. */
@Dependent
class BatchMailSchedule implements MailSchedule {
    private final Invitations invitations;
    private final DeliveryTimes times;
    private final DeliveryWakeUp wakeUp;

    @Inject
    BatchMailSchedule(Invitations invitations, DeliveryTimes times, DeliveryWakeUp wakeUp) {
        this.invitations = invitations;
        this.times = times;
        this.wakeUp = wakeUp;
    }

    @Override
    public boolean hasBegun(EnrollmentBatch batch) {
        return invitations.haveBegun(batch);
    }

    @Override
    public void move(EnrollmentBatch batch, Instant time) {
        times.move(batch, time);
        wakeUp.afterCommit();
    }
}
