package io.mdm.enrollment.domain.batch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryEnrollmentBatches implements EnrollmentBatches {
    private final Map<String, EnrollmentBatch> batches = new ConcurrentHashMap<>();
    private final Map<String, List<Rejection>> rejections = new ConcurrentHashMap<>();

    @Override
    public void add(EnrollmentBatch batch, List<Rejection> rejected) {
        batches.put(batch.id(), batch);
        rejections.put(batch.id(), List.copyOf(rejected));
    }

    @Override
    public Optional<EnrollmentBatch> find(String organizationId, String batchId) {
        return Optional.ofNullable(batches.get(batchId))
                .filter(batch -> batch.organizationId().equals(organizationId));
    }

    @Override
    public Optional<EnrollmentBatch> findForUpdate(String organizationId, String batchId) {
        return find(organizationId, batchId);
    }

    @Override
    public List<EnrollmentBatch> findAll(String organizationId, Collection<String> batchIds) {
        return batchIds.stream()
                .flatMap(id -> find(organizationId, id).stream())
                .toList();
    }

    public List<EnrollmentBatch> all() {
        return List.copyOf(batches.values());
    }

    public List<Rejection> rejections(String batchId) {
        return rejections.getOrDefault(batchId, List.of());
    }
}
