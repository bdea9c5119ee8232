package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.MailingPromised;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
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
    private final Mailings mailings;
    private final Deliveries deliveries;
    private final DeliveryWakeUp wakeUp;
    private final Event<MailingPromised> promised;

    @Inject
    public Outbox(
            Invitations invitations,
            Mailings mailings,
            Deliveries deliveries,
            DeliveryWakeUp wakeUp,
            Event<MailingPromised> promised) {
        this.invitations = invitations;
        this.mailings = mailings;
        this.deliveries = deliveries;
        this.wakeUp = wakeUp;
        this.promised = promised;
    }

    /**
     * Promises the invitation to recipients of a new batch.
     *
     * @param indexes their positions in the request, ascending, at least one
     */
    public void promise(EnrollmentBatch batch, List<Integer> indexes) {
        invitations.addAll(batch, indexes);
        deliver(batch, PromisedMailing.first(batch.createdAt()), indexes, batch.startsAt());
    }

    /**
     * Promises another mailing, in place of what was promised before.
     *
     * @param mailing its number as {@link Invitations#beginMailing begun} in this transaction
     * @param indexes the recipients' positions in the request, ascending, at least one
     */
    public void promiseAgain(EnrollmentBatch batch, PromisedMailing mailing, List<Integer> indexes) {
        mailings.add(batch, mailing, indexes.size());
        invitations.promiseAgain(batch, mailing.number(), indexes, mailing.promisedAt());
        deliver(batch, mailing, indexes, mailing.promisedAt());
    }

    private void deliver(EnrollmentBatch batch, PromisedMailing mailing, List<Integer> indexes, Instant time) {
        deliveries.schedule(DeliveryLane.lanesOf(batch, mailing.number(), indexes), indexes.size(), time);
        wakeUp.afterCommit();
        promised.fire(new MailingPromised(mailing.kind()));
    }
}
