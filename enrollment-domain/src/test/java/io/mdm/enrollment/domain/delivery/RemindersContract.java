package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everything that keeps reminders does. Its batches are so old that no others are due as early. */
public abstract class RemindersContract {
    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(3_650));
    private static final Duration HOUR = Duration.ofHours(1);

    protected abstract Reminders reminders();

    protected abstract EnrollmentBatches batches();

    protected abstract void transactionally(Runnable work);

    @Test
    void reminders_of_a_new_batch_are_due_so_long_before_its_tokens_end() {
        var batch = batch(Duration.ofMinutes(15), HOUR);

        assertThat(of(batch))
                .containsExactly(
                        reminder(batch, HOUR, Optional.of(batch.expireAt().minus(HOUR)), Optional.empty()),
                        reminder(
                                batch,
                                Duration.ofMinutes(15),
                                Optional.of(batch.expireAt().minusSeconds(900)),
                                Optional.empty()));
        assertThat(of(batch())).isEmpty();
        park(batch);
    }

    @Test
    void the_one_that_has_been_due_for_the_longest_time_comes_first_until_it_is_put_off() {
        var batch = batch(HOUR, Duration.ofMinutes(30));
        var end = batch.expireAt();
        assertThat(due(end.minus(HOUR).minusMillis(1))).isEmpty();
        assertThat(due(end)).contains(reminder(batch, HOUR, Optional.of(end.minus(HOUR)), Optional.empty()));

        var later = reminder(batch, HOUR, Optional.of(end.plusMillis(1)), Optional.of(end));
        transactionally(() -> reminders().put(later));
        assertThat(due(end).map(Reminder::beforeExpiry)).contains(Duration.ofMinutes(30));
        assertThat(of(batch)).contains(later);

        var never = reminder(batch, Duration.ofMinutes(30), Optional.empty(), Optional.of(end));
        transactionally(() -> reminders().put(never));
        assertThat(due(end)).isEmpty();
        assertThat(of(batch)).containsExactly(later, never);
        park(batch);
    }

    @Test
    void those_of_a_paused_batch_wait_until_all_of_its_tokens_have_expired() {
        var batch = batch(HOUR);
        transactionally(() -> found(batch).pause());

        assertThat(due(batch.expireAt().minusMillis(1))).isEmpty();
        assertThat(due(batch.expireAt())).isPresent();
        transactionally(() -> found(batch).resume());
        assertThat(due(batch.expireAt().minusMillis(1))).isPresent();
        park(batch);
    }

    @Test
    void another_organization_neither_sees_nor_changes_them() {
        var batch = batch(HOUR);
        var foreign = Examples.batch(Examples.organization(), Examples.settings(), 1);
        var before = of(batch);

        transactionally(() -> reminders()
                .put(new Reminder(foreign.organizationId(), batch.id(), HOUR, Optional.empty(), Optional.empty())));

        assertThat(of(foreign)).isEmpty();
        assertThat(of(batch)).isEqualTo(before);
        park(batch);
    }

    private List<Reminder> of(EnrollmentBatch batch) {
        var result = new ArrayList<Reminder>();
        transactionally(() -> result.addAll(reminders().ofBatchForUpdate(batch)));
        return result;
    }

    /** Of all batches, but for those of other tests, which are due later. */
    private Optional<Reminder> due(Instant now) {
        var result = new ArrayList<Reminder>();
        transactionally(() -> reminders().dueForUpdate(now).ifPresent(result::add));
        return result.stream().findFirst();
    }

    private static Reminder reminder(
            EnrollmentBatch batch, Duration before, Optional<Instant> dueAt, Optional<Instant> remindedUntil) {
        return new Reminder(batch.organizationId(), batch.id(), before, dueAt, remindedUntil);
    }

    private EnrollmentBatch found(EnrollmentBatch batch) {
        return batches().find(batch.organizationId(), batch.id()).orElseThrow();
    }

    private EnrollmentBatch batch(Duration... before) {
        var batch = Examples.batch(Examples.organization(), Examples.settings(), 1, LONG_AGO);
        transactionally(() -> {
            batches().add(batch, List.of());
            reminders().addAll(batch, List.of(before));
        });
        return batch;
    }

    private void park(EnrollmentBatch batch) {
        transactionally(() -> reminders()
                .ofBatchForUpdate(batch)
                .forEach(each ->
                        reminders().put(reminder(batch, each.beforeExpiry(), Optional.empty(), each.remindedUntil()))));
    }
}
