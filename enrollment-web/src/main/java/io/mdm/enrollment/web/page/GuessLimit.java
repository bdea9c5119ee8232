package io.mdm.enrollment.web.page;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.NetworkGuesses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Rate limit of wrong codes and links per network, on all nodes together: {@value #MAX_GUESSES} at once, and one more
 * every ten seconds. As long as a network has none left, this node does not ask the database again; it remembers the
 * {@value #MAX_NETWORKS} such networks seen last.
 */
@ApplicationScoped
class GuessLimit {
    static final int MAX_GUESSES = 60;
    static final Duration ONE_MORE = Duration.ofSeconds(10);
    static final int MAX_NETWORKS = 50_000;

    private final NetworkGuesses guesses;
    private final ModuleClock clock;

    /** Time when each network without a guess has the next one. */
    private final Map<Network, Instant> next = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Network, Instant> eldest) {
            return size() > MAX_NETWORKS;
        }
    };

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    GuessLimit() {
        this(null, null);
    }

    @Inject
    GuessLimit(NetworkGuesses guesses, ModuleClock clock) {
        this.guesses = guesses;
        this.clock = clock;
    }

    /** Takes a guess. Returns zero, or the time until the next guess if there is none left. */
    Duration take(Network network) {
        var remembered = remembered(network);
        if (!remembered.isZero()) {
            return remembered;
        }
        var wait = guesses.take(network.prefix(), MAX_GUESSES, ONE_MORE);
        if (!wait.isZero()) {
            remember(network, wait);
        }
        return wait;
    }

    /** Gives back the guess of a right code. */
    void giveBack(Network network) {
        guesses.giveBack(network.prefix(), ONE_MORE);
    }

    int networks() {
        synchronized (next) {
            return next.size();
        }
    }

    private Duration remembered(Network network) {
        var now = clock.instant();
        synchronized (next) {
            var wait = Duration.between(now, next.getOrDefault(network, now));
            if (!wait.isNegative() && !wait.isZero()) {
                return wait;
            }
            next.remove(network);
            return Duration.ZERO;
        }
    }

    private void remember(Network network, Duration wait) {
        synchronized (next) {
            next.put(network, clock.instant().plus(wait));
        }
    }
}
