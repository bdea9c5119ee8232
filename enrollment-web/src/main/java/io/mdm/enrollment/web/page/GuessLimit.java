package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.spi.ModuleClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rate limit of wrong links and codes per network: {@value #MAX_GUESSES} at once, and one more every ten seconds. Kept
 * in memory on each node, for the {@value #MAX_NETWORKS} networks seen last.
 */
@ApplicationScoped
class GuessLimit {
    static final int MAX_GUESSES = 60;
    static final Duration ONE_MORE = Duration.ofSeconds(10);
    static final int MAX_NETWORKS = 50_000;

    private final ModuleClock clock;

    /** Time when each network will have all of its guesses again; absent networks have them now. */
    private final Map<Network, Instant> restored = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Network, Instant> eldest) {
            return size() > MAX_NETWORKS;
        }
    };

    /** For the client proxy only. */
    GuessLimit() {
        clock = () -> Instant.MAX;
    }

    @Inject
    GuessLimit(ModuleClock clock) {
        this.clock = clock;
    }

    /** Takes a guess. Returns zero, or the time until the next guess if there is none left. */
    synchronized Duration take(Network network) {
        var now = clock.instant();
        var next = later(restored.getOrDefault(network, now), now).plus(ONE_MORE);
        var wait = Duration.between(now.plus(ONE_MORE.multipliedBy(MAX_GUESSES)), next);
        if (wait.isNegative() || wait.isZero()) {
            restored.put(network, next);
            return Duration.ZERO;
        }
        return wait;
    }

    /** Gives back the guess of a right link or code. */
    synchronized void giveBack(Network network) {
        restored.computeIfPresent(network, (same, time) -> time.minus(ONE_MORE));
    }

    synchronized int networks() {
        return restored.size();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
