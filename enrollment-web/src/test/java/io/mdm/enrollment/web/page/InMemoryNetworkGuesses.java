package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.NetworkGuesses;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Guesses of one node, and how often it was asked for one. */
final class InMemoryNetworkGuesses implements NetworkGuesses {
    private final Map<String, Instant> restored = new HashMap<>();
    private final ModuleClock clock;
    private int questions;

    InMemoryNetworkGuesses(ModuleClock clock) {
        this.clock = clock;
    }

    @Override
    public Duration take(String network, int atOnce, Duration interval) {
        questions++;
        var now = clock.instant();
        var before = restored.getOrDefault(network, now);
        var next = (before.isAfter(now) ? before : now).plus(interval);
        var wait = Duration.between(now.plus(interval.multipliedBy(atOnce)), next);
        if (wait.isNegative() || wait.isZero()) {
            restored.put(network, next);
            return Duration.ZERO;
        }
        return wait;
    }

    @Override
    public void giveBack(String network, Duration interval) {
        restored.computeIfPresent(network, (same, time) -> time.minus(interval));
    }

    int questions() {
        return questions;
    }
}
