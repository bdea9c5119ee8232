package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.DeliveryOutcome;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.util.List;
import java.util.Set;

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
    public Set<Integer> store(DeliveryLane lane, List<InvitationChange> changes) {
        var changed = stored.store(lane, changes);
        for (var change : changes) {
            if (change.outcome() != null) {
                outcome.fire(change.outcome());
            }
        }
        return changed;
    }

    @Override
    public ReminderClaim claimReminder(
            DeliveryLane lane, PromisedInvitation promised, Instant now, Instant mailedBefore) {
        var claim = stored.claimReminder(lane, promised, now, mailedBefore);
        if (claim == ReminderClaim.NOT_NEEDED) {
            outcome.fire(DeliveryOutcome.NOT_NEEDED);
        }
        return claim;
    }
}
