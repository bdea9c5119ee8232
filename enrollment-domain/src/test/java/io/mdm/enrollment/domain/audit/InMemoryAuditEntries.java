package io.mdm.enrollment.domain.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class InMemoryAuditEntries implements AuditEntries {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void add(AuditEntry entry) {
        entries.add(entry);
    }

    public List<AuditEntry> all() {
        return List.copyOf(entries);
    }
}
