package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.DeliveryOutcome;
import io.mdm.enrollment.api.spi.RelayReply;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.Optional;

/** Outcomes of invitations as CDI events, fired once they are stored. */
@Decorator
@Priority(Interceptor.Priority.APPLICATION)
abstract class ReportedInvitations implements Invitations {
    private final Invitations stored;
    private final Event<DeliveryOutcome> outcome;

    @Inject
    ReportedInvitations(@Delegate Invitations stored, Event<DeliveryOutcome> outcome) {
        this.stored = stored;
        this.outcome = outcome;
    }

    @Override
    public void sent(DeliveryLane lane, int index, RelayReply reply, Instant now) {
        stored.sent(lane, index, reply, now);
        outcome.fire(DeliveryOutcome.SENT);
    }

    @Override
    public void deferred(DeliveryLane lane, int index, Optional<RelayReply> reply, Instant nextAttemptAt) {
        stored.deferred(lane, index, reply, nextAttemptAt);
        outcome.fire(DeliveryOutcome.DEFERRED);
    }

    @Override
    public void putAside(DeliveryLane lane, int index, Instant nextAttemptAt) {
        stored.putAside(lane, index, nextAttemptAt);
        outcome.fire(DeliveryOutcome.DEFERRED);
    }

    @Override
    public void postponed(DeliveryLane lane, int index, Instant nextAttemptAt) {
        stored.postponed(lane, index, nextAttemptAt);
        outcome.fire(DeliveryOutcome.DEFERRED);
    }

    @Override
    public void outcomeUnknown(DeliveryLane lane, int index, Instant nextAttemptAt) {
        stored.outcomeUnknown(lane, index, nextAttemptAt);
        outcome.fire(DeliveryOutcome.OUTCOME_UNKNOWN);
    }

    @Override
    public void failed(DeliveryLane lane, int index, Optional<RelayReply> reply) {
        stored.failed(lane, index, reply);
        outcome.fire(DeliveryOutcome.FAILED);
    }

    @Override
    public void abandoned(DeliveryLane lane, int index) {
        stored.abandoned(lane, index);
        outcome.fire(DeliveryOutcome.ABANDONED);
    }

    @Override
    public void suppressed(DeliveryLane lane, int index, RelayReply earlier) {
        stored.suppressed(lane, index, earlier);
        outcome.fire(DeliveryOutcome.SUPPRESSED);
    }
}
