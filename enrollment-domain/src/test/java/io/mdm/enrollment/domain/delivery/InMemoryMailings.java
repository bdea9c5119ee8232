package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

public final class InMemoryMailings implements Mailings {
    private final Map<String, List<PromisedMailing>> added = new ConcurrentHashMap<>();

    @Override
    public void add(EnrollmentBatch batch, PromisedMailing mailing, int total) {
        added.computeIfAbsent(key(batch.organizationId(), batch.id()), key -> new CopyOnWriteArrayList<>())
                .add(mailing);
    }

    @Override
    public Optional<PromisedMailing> find(String organizationId, String batchId, int number) {
        return added.getOrDefault(key(organizationId, batchId), List.of()).stream()
                .filter(mailing -> mailing.number() == number)
                .findFirst();
    }

    /** Those of the batch after the first, in their order. */
    public List<PromisedMailing> of(EnrollmentBatch batch) {
        return added.getOrDefault(key(batch.organizationId(), batch.id()), List.of());
    }

    private static String key(String organizationId, String batchId) {
        return organizationId + "/" + batchId;
    }
}
