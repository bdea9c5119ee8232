package io.mdm.enrollment.domain.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Schedule of retries of an invitation that the relay deferred: after 5, 15, 30 minutes, then hourly, each ±20 %. */
@Dependent
public final class RetrySchedule {
    static final Duration LATER_WAIT = Duration.ofHours(1);
    private static final List<Duration> FIRST_WAITS =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30));
    private static final Duration MAX_AGE = Duration.ofDays(3);
    private static final double JITTER = 0.2;

    private final DoubleSupplier random;

    @Inject
    public RetrySchedule() {
        this(() -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param random gives numbers from 0 to 1 */
    RetrySchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * The next attempt, unless it would come after the token expired or 72 hours after the invitation was promised.
     *
     * @param attempts how many were made, at least one
     */
    Optional<Instant> next(int attempts, Instant promisedAt, Instant expireAt, Instant now) {
        var wait = attempts <= FIRST_WAITS.size() ? FIRST_WAITS.get(attempts - 1) : LATER_WAIT;
        var next = now.plus(jittered(wait));
        return Optional.of(next).filter(instant -> isInTime(instant, promisedAt, expireAt));
    }

    /** Whether an attempt at that time is still of use: before the token expires, and within 72 hours. */
    boolean isInTime(Instant attempt, Instant promisedAt, Instant expireAt) {
        return attempt.isBefore(expireAt) && attempt.isBefore(promisedAt.plus(MAX_AGE));
    }

    /** The wait, up to 20 % shorter or longer, so that what failed together is not tried together again. */
    Duration jittered(Duration wait) {
        double factor = 1 - JITTER + 2 * JITTER * random.getAsDouble();
        return Duration.ofMillis(Math.round(wait.toMillis() * factor));
    }
}
