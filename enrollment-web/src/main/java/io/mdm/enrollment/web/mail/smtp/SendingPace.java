package io.mdm.enrollment.web.mail.smtp;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Pace of all connections of this node: messages are evenly spaced, and an idle second is not made up for by a burst. A
 * relay that limits the rate halves the pace, which then grows by a tenth each second.
 */
final class SendingPace {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MAX_HOLD = 16 * SECOND;

    /** Above so many messages per second, a lowered pace counts as recovered. */
    private static final long RECOVERED = 1_000;

    private final long configuredInterval;
    private final LongSupplier nanoTime;
    private final LongConsumer parkNanos;
    private long interval;
    private long nextSlot;
    private long hold;
    private long heldUntil;
    private long changedAt;
    private long countedSince;
    private int turns;

    SendingPace(OptionalInt perSecond, LongSupplier nanoTime, LongConsumer parkNanos) {
        this.configuredInterval = perSecond.isPresent() ? intervalOf(perSecond.getAsInt()) : 0;
        this.interval = configuredInterval;
        this.nanoTime = nanoTime;
        this.parkNanos = parkNanos;
        this.nextSlot = nanoTime.getAsLong();
        this.heldUntil = nextSlot;
        this.changedAt = nextSlot;
        this.countedSince = nextSlot;
    }

    /** @param perSecond messages per second, from 1; empty for no bound */
    static SendingPace of(OptionalInt perSecond) {
        return new SendingPace(perSecond, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * Returns when it is the caller's turn.
     *
     * @param meanwhile run once before waiting, if there is a wait
     */
    void awaitTurn(Runnable meanwhile) throws InterruptedException {
        long slot = takeSlot();
        if (slot - nanoTime.getAsLong() > 0) {
            meanwhile.run();
        }
        for (long left = slot - nanoTime.getAsLong(); left > 0; left = slot - nanoTime.getAsLong()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            parkNanos.accept(left);
        }
    }

    /**
     * Halves the pace, and holds everything for a while: a second, and twice as long each time as long as the relay
     * takes nothing.
     *
     * @return how long everything is held
     */
    synchronized Duration slowDown() {
        long now = nanoTime.getAsLong();
        if (heldUntil - now <= 0) {
            hold = hold == 0 ? SECOND : Math.min(2 * hold, MAX_HOLD);
            heldUntil = now + hold;
            interval = Math.max(interval, intervalOf(Math.max(1, turns / 2)));
            changedAt = heldUntil;
        }
        return Duration.ofNanos(hold);
    }

    /** The relay took a message. */
    synchronized void taken() {
        if (heldUntil - nanoTime.getAsLong() <= 0) {
            hold = 0;
        }
    }

    private synchronized long takeSlot() {
        long now = nanoTime.getAsLong();
        recover(now);
        count(now);
        long slot = later(later(nextSlot, now), heldUntil);
        nextSlot = slot + interval;
        return slot;
    }

    private void recover(long now) {
        while (interval > configuredInterval && now - changedAt >= SECOND) {
            interval = interval * 10 / 11;
            changedAt += SECOND;
            if (interval < Math.max(configuredInterval, SECOND / RECOVERED)) {
                interval = configuredInterval;
            }
        }
    }

    /** Turns of the last second or two. */
    private void count(long now) {
        if (now - countedSince >= SECOND) {
            countedSince = now;
            turns = 0;
        }
        turns++;
    }

    /** By their difference, because nanoTime may be negative and may wrap. */
    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }

    private static long intervalOf(int perSecond) {
        return (SECOND + perSecond - 1) / perSecond;
    }
}
