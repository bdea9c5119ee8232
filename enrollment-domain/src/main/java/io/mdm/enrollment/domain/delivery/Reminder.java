package io.mdm.enrollment.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Reminder that a batch has asked for. It comes due again when tokens are extended.
 *
 * @param beforeExpiry time before the end of a token
 * @param dueAt when the next tokens are to be reminded; empty when there are none
 * @param remindedUntil tokens that end by then have had it; empty if there are none
 */
public record Reminder(
        String organizationId,
        String batchId,
        Duration beforeExpiry,
        Optional<Instant> dueAt,
        Optional<Instant> remindedUntil) {

    /** Whether a token that ends then has not had it, and its time has come. */
    boolean concerns(Instant end, Instant now) {
        return awaits(end) && !dueAt(end).isAfter(now);
    }

    /** Whether a token that ends then has not had it. */
    boolean awaits(Instant end) {
        return remindedUntil.filter(until -> !end.isAfter(until)).isEmpty();
    }

    /** When it comes due for a token that ends then. */
    Instant dueAt(Instant end) {
        return end.minus(beforeExpiry);
    }

    /** After all whom it concerned were reminded. */
    Reminder done(Collection<Instant> ends, Instant now) {
        return remindedUntil(now.plus(beforeExpiry), ends);
    }

    /**
     * After tokens were extended. Where its time is over already, it is left out for them; but it is not taken from
     * those for whom it is due and has not been carried out yet.
     */
    Reminder moved(Collection<Instant> ends, Instant now) {
        boolean isOverdue = dueAt.filter(due -> !due.isAfter(now)).isPresent();
        var over = now.plus(beforeExpiry);
        return isOverdue || !awaits(over) ? next(ends) : remindedUntil(over, ends);
    }

    private Reminder remindedUntil(Instant until, Collection<Instant> ends) {
        return new Reminder(organizationId, batchId, beforeExpiry, dueAt, Optional.of(until)).next(ends);
    }

    private Reminder next(Collection<Instant> ends) {
        var next = ends.stream()
                .filter(this::awaits)
                .min(Comparator.naturalOrder())
                .map(this::dueAt);
        return new Reminder(organizationId, batchId, beforeExpiry, next, remindedUntil);
    }
}
