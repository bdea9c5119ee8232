package io.mdm.enrollment.web.mail.smtp;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Even spacing of messages over all connections of this node; an idle second is not made up for by a burst. */
final class SendingPace {
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final LongConsumer parkNanos;
    private long nextSlot;

    SendingPace(OptionalInt perSecond, LongSupplier nanoTime, LongConsumer parkNanos) {
        this.intervalNanos = perSecond.isPresent() ? intervalOf(perSecond.getAsInt()) : 0;
        this.nanoTime = nanoTime;
        this.parkNanos = parkNanos;
        this.nextSlot = nanoTime.getAsLong();
    }

    /** @param perSecond messages per second, from 1; empty for no bound */
    static SendingPace of(OptionalInt perSecond) {
        return new SendingPace(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    /** Returns when it is the caller's turn. */
    void awaitTurn() throws InterruptedException {
        long slot = takeSlot();
        for (long left = slot - nanoTime.getAsLong(); left > 0; left = slot - nanoTime.getAsLong()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            parkNanos.accept(left);
        }
    }

    private synchronized long takeSlot() {
        long now = nanoTime.getAsLong();
        // differences, because nanoTime may be negative and may wrap
        long slot = nextSlot - now > 0 ? nextSlot : now;
        nextSlot = slot + intervalNanos;
        return slot;
    }

    private static long intervalOf(int perSecond) {
        return (TimeUnit.SECONDS.toNanos(1) + perSecond - 1) / perSecond;
    }
}
