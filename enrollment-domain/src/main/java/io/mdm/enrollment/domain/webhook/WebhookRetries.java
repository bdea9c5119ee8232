package io.mdm.enrollment.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Times at which a request that was not accepted is repeated: soon at first, then less and less often, for three days.
 */
final class WebhookRetries {
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3));

    private WebhookRetries() {}

    /**
     * When it is repeated; empty when it is not.
     *
     * @param failures before this one
     * @param since when the first of them was sent
     */
    static Optional<Instant> next(int failures, Instant since, Instant now) {
        var next = now.plus(WAITS.get(Math.min(failures, WAITS.size() - 1)));
        return Optional.of(next).filter(at -> now.isBefore(since.plus(PATIENCE)));
    }
}
