package io.mdm.enrollment.domain.idempotency;

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
    public <R extends Record> Optional<IdempotencyRecord<R>> find(Scope scope, Class<R> type, Instant notBefore) {
        return Optional.ofNullable(records.get(scope))
                .filter(stored -> !stored.at().isBefore(notBefore))
                .map(stored -> new IdempotencyRecord<>(stored.requestHash(), () -> type.cast(stored.receipt())));
    }

    @Override
    public void put(Scope scope, String requestHash, Record receipt, Instant now) {
        records.put(scope, new Stored(requestHash, receipt, now));
    }

    private record Stored(String requestHash, Record receipt, Instant at) {}
}
