package io.mdm.enrollment.benchmark;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;

/** Mails a second as the relay sees them, without the first and the last fifth, when not all sessions are busy. */
final class DeliveryRate {
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private DeliveryRate() {}

    /**
     * Measures it.
     *
     * @param taken how many mails the relay took so far
     * @param mails how many are sent
     * @param sending what makes somebody send them, whether it waits for that or not
     */
    static double of(LongSupplier taken, int mails, Stopwatch.Work sending) throws Exception {
        long before = taken.getAsLong();
        var sender = Background.run(sending);
        var first = await(taken, before + mails / 5);
        var last = await(taken, before + mails * 4L / 5);
        await(taken, before + mails);
        sender.join();
        return (last.count() - first.count()) * 1e9 / (last.at() - first.at());
    }

    /** Waits until the relay took so many mails in all. */
    static void awaitAll(LongSupplier taken, long count) {
        await(taken, count);
    }

    private record Moment(long count, long at) {}

    private static Moment await(LongSupplier taken, long count) {
        return Awaitility.await(count + " mails")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> new Moment(taken.getAsLong(), System.nanoTime()), moment -> moment.count() >= count);
    }
}
