package io.mdm.enrollment.domain.issuance;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One transaction that never ends, and what others have claimed. */
public final class InMemoryIdempotencyRecords implements IdempotencyRecords {
    private final Map<Scope, Stored> records = new HashMap<>();
    private final Set<Scope> claimedElsewhere = new HashSet<>();

    public void claimElsewhere(Scope scope) {
        claimedElsewhere.add(scope);
    }

    @Override
    public boolean claim(Scope scope) {
        return !claimedElsewhere.contains(scope);
    }

    @Override
    public Optional<IdempotencyRecord> find(Scope scope, Instant notBefore) {
        return Optional.ofNullable(records.get(scope))
                .filter(stored -> !stored.at().isBefore(notBefore))
                .map(Stored::record);
    }

    @Override
    public void put(Scope scope, IdempotencyRecord record, Instant now) {
        records.put(scope, new Stored(record, now));
    }

    private record Stored(IdempotencyRecord record, Instant at) {}
}
