package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Outbox of promised invitations. Their rows, the lanes that deliver them and the wake-up of the delivery belong
 * together: all three are part of the running transaction, and only here are they asked for.
 */
@Dependent
public class Outbox {
    private final Invitations invitations;
    private final Deliveries deliveries;
    private final DeliveryWakeUp wakeUp;

    @Inject
    public Outbox(Invitations invitations, Deliveries deliveries, DeliveryWakeUp wakeUp) {
        this.invitations = invitations;
        this.deliveries = deliveries;
        this.wakeUp = wakeUp;
    }

    /**
     * Promises the invitation to recipients of a new batch.
     *
     * @param indexes their positions in the request, ascending, at least one
     */
    public void promise(EnrollmentBatch batch, List<Integer> indexes) {
        invitations.addAll(batch, indexes);
        deliver(batch, DeliveryLane.FIRST_MAILING, indexes);
    }

    /**
     * Promises another mailing, in place of what was promised before.
     *
     * @param mailing as {@link Invitations#beginMailing begun} in this transaction
     * @param indexes the recipients' positions in the request, ascending, at least one
     */
    public void promiseAgain(EnrollmentBatch batch, int mailing, List<Integer> indexes, Instant now) {
        invitations.promiseAgain(batch, mailing, indexes, now);
        deliver(batch, mailing, indexes);
    }

    private void deliver(EnrollmentBatch batch, int mailing, List<Integer> indexes) {
        deliveries.schedule(DeliveryLane.lanesOf(batch, mailing, indexes), indexes.size());
        wakeUp.afterCommit();
    }
}
