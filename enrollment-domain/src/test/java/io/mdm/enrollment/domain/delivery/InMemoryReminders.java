package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryReminders implements Reminders {
    private final Map<Key, Reminder> reminders = new ConcurrentHashMap<>();
    private final EnrollmentBatches batches;

    private record Key(String organizationId, String batchId, Duration beforeExpiry) {
        static Key of(Reminder reminder) {
            return new Key(reminder.organizationId(), reminder.batchId(), reminder.beforeExpiry());
        }
    }

    public InMemoryReminders(EnrollmentBatches batches) {
        this.batches = batches;
    }

    @Override
    public void addAll(EnrollmentBatch batch, List<Duration> beforeExpiry) {
        beforeExpiry.forEach(before -> put(new Reminder(
                batch.organizationId(),
                batch.id(),
                before,
                Optional.of(batch.expireAt().minus(before)),
                Optional.empty())));
    }

    @Override
    public List<Reminder> ofBatchForUpdate(EnrollmentBatch batch) {
        return reminders.values().stream()
                .filter(reminder -> reminder.organizationId().equals(batch.organizationId())
                        && reminder.batchId().equals(batch.id()))
                .sorted(Comparator.comparing(Reminder::beforeExpiry).reversed())
                .toList();
    }

    @Override
    public Optional<Reminder> dueForUpdate(Instant now) {
        return reminders.values().stream()
                .filter(reminder ->
                        reminder.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .filter(reminder -> batches.find(reminder.organizationId(), reminder.batchId())
                        .filter(batch -> batch.isPaused() && now.isBefore(batch.lastExpireAt()))
                        .isEmpty())
                .min(Comparator.comparing(reminder -> reminder.dueAt().orElseThrow()));
    }

    @Override
    public void put(Reminder reminder) {
        reminders.put(Key.of(reminder), reminder);
    }
}
