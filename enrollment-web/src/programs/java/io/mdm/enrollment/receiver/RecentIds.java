package io.mdm.enrollment.receiver;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids that were added last, up to a number of them. */
final class RecentIds {
    private final int limit;
    private final Set<String> ids = new LinkedHashSet<>();

    RecentIds(int limit) {
        this.limit = limit;
    }

    /** Whether it is not among them yet; afterwards it is the newest of them. */
    boolean add(String id) {
        boolean isNew = !ids.remove(id);
        ids.add(id);
        if (ids.size() > limit) {
            ids.remove(ids.iterator().next());
        }
        return isNew;
    }
}
