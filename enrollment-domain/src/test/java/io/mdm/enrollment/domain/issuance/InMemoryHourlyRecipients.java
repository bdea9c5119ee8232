package io.mdm.enrollment.domain.issuance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Without transactions: what was added stays. */
public final class InMemoryHourlyRecipients implements HourlyRecipients {
    private static final Duration COUNTS_FOR = Duration.ofMinutes(61);

    private final Map<String, SortedMap<Instant, Integer>> minutes = new ConcurrentHashMap<>();
    private final InstantSource clock;

    public InMemoryHourlyRecipients(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Count> counts(String organizationId) {
        var now = clock.instant();
        return minutes.getOrDefault(organizationId, new TreeMap<>()).entrySet().stream()
                .map(minute -> new Count(
                        minute.getValue(), Duration.between(now, minute.getKey().plus(COUNTS_FOR))))
                .filter(count ->
                        !count.countFor().isNegative() && !count.countFor().isZero())
                .toList();
    }

    @Override
    public List<Count> add(String organizationId, int recipients) {
        minutes.computeIfAbsent(organizationId, added -> new TreeMap<>())
                .merge(clock.instant().truncatedTo(ChronoUnit.MINUTES), recipients, Integer::sum);
        return counts(organizationId);
    }
}
