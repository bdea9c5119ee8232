package io.mdm.enrollment.web.bulk;

import java.util.HashMap;
import java.util.Map;

/** Capacity of this node that organizations share: none of them gets more than half of it. */
final class SharedCapacity {
    private final long total;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenTogether;

    SharedCapacity(long total) {
        this.total = total;
    }

    /** Takes that much, or nothing if it is not free. */
    synchronized boolean tryTake(String organizationId, long amount) {
        long own = taken.getOrDefault(organizationId, 0L) + amount;
        if (own > Math.max(1, total / 2) || takenTogether + amount > total) {
            return false;
        }
        taken.put(organizationId, own);
        takenTogether += amount;
        return true;
    }

    synchronized void giveBack(String organizationId, long amount) {
        taken.computeIfPresent(organizationId, (id, own) -> own == amount ? null : own - amount);
        takenTogether -= amount;
    }
}
