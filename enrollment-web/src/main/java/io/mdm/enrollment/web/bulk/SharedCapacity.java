package io.mdm.enrollment.web.bulk;

import java.util.HashMap;
import java.util.Map;

/** Capacity of this node that organizations share: none of them gets more than half of it. */
final class SharedCapacity {
    private final long total;
    private final long extra;
    private final Map<String, Long> taken = new HashMap<>();
    private long takenTogether;

    /** @param extra capacity beyond the total for organizations that have none of it */
    SharedCapacity(long total, long extra) {
        this.total = total;
        this.extra = extra;
    }

    /** Takes that much, or nothing if it is not free. */
    synchronized boolean tryTake(String organizationId, long amount) {
        if (!hasRoom(organizationId, amount)) {
            return false;
        }
        taken.merge(organizationId, amount, Long::sum);
        takenTogether += amount;
        return true;
    }

    synchronized boolean hasRoom(String organizationId, long amount) {
        long own = taken.getOrDefault(organizationId, 0L);
        long most = own == 0 ? total + extra : total;
        return own + amount <= Math.max(1, total / 2) && takenTogether + amount <= most;
    }

    synchronized void giveBack(String organizationId, long amount) {
        taken.computeIfPresent(organizationId, (id, own) -> own == amount ? null : own - amount);
        takenTogether -= amount;
    }
}
