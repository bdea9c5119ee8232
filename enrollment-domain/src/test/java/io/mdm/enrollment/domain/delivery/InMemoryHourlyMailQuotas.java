package io.mdm.enrollment.domain.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

public final class InMemoryHourlyMailQuotas implements HourlyMailQuotas {
    private static final Duration COUNTS_FOR = Duration.ofMinutes(61);

    private final Map<String, NavigableMap<Instant, Integer>> mails = new HashMap<>();

    @Override
    public synchronized Optional<Instant> take(String organizationId, int limit, Instant now) {
        var until = fullUntil(organizationId, limit, now);
        if (until.isEmpty()) {
            of(organizationId).merge(minute(now), 1, Integer::sum);
        }
        return until;
    }

    @Override
    public synchronized void giveBack(String organizationId, Instant taken) {
        of(organizationId).computeIfPresent(minute(taken), (minute, count) -> count > 1 ? count - 1 : null);
    }

    @Override
    public synchronized Optional<Instant> fullUntil(String organizationId, int limit, Instant now) {
        SortedMap<Instant, Integer> recent = of(organizationId).tailMap(now.minus(COUNTS_FOR), false);
        int sum = recent.values().stream().mapToInt(Integer::intValue).sum();
        return sum >= limit ? Optional.of(recent.firstKey().plus(COUNTS_FOR)) : Optional.empty();
    }

    private NavigableMap<Instant, Integer> of(String organizationId) {
        return mails.computeIfAbsent(organizationId, unknown -> new TreeMap<>());
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
