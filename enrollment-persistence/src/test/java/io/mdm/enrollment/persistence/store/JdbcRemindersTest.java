package io.mdm.enrollment.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.Reminders;
import io.mdm.enrollment.domain.delivery.RemindersContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class JdbcRemindersTest extends RemindersContract {
    private static final Instant LONG_AGO = Examples.NOW.minus(Duration.ofDays(7_300));

    private final Stores stores = Stores.shared();
    private final List<DeliveryLane> scheduled = new CopyOnWriteArrayList<>();
    private final EnrollmentBatch batch = Examples.batch(Examples.organization(), Examples.settings(), 3, LONG_AGO);
    private final Instant due = batch.expireAt().minus(Duration.ofHours(2));

    @Override
    protected Reminders reminders() {
        return stores.reminders();
    }

    @Override
    protected EnrollmentBatches batches() {
        return stores.batches();
    }

    @Override
    protected void transactionally(Runnable work) {
        stores.transactionally(work);
    }

    @Test
    void a_batch_without_reminders_costs_its_creation_nothing() {
        var without = stores.statementsOf(() -> stores.batches().add(batch, List.of()));
        var other = Examples.batch(Examples.organization(), Examples.settings(), 3, LONG_AGO);

        assertThat(stores.statementsOf(() -> {
                    stores.batches().add(other, List.of());
                    stores.reminders().addAll(other, List.of(Duration.ofHours(2)));
                }))
                .as("with the next statement, and before the commit at the latest")
                .isLessThanOrEqualTo(without + 1);
        park(other);
    }

    @Test
    void a_node_that_dies_in_between_promises_nothing_and_another_one_everything() {
        promise();
        assertThatIllegalStateException()
                .isThrownBy(() -> stores.reminderJob(
                                () -> (lanes, count, time) -> {
                                    throw new IllegalStateException("died");
                                },
                                () -> due)
                        .step());
        assertThat(stores.invitations().pending(batch)).isEmpty();
        assertThat(audited()).isEmpty();

        assertThat(step()).isTrue();
        assertThat(step()).isFalse();

        assertThat(scheduled).containsExactly(new DeliveryLane(batch.organizationId(), batch.id(), 1, 0, 3));
        assertThat(stores.invitations().pending(batch)).hasSize(3);
        assertThat(audited()).containsExactly("null REMINDED 3");
    }

    @Test
    void what_one_node_is_carrying_out_another_one_passes_over() {
        promise();
        stores.transactionally(() -> {
            assertThat(stores.reminders().dueForUpdate(due)).isPresent();
            assertThat(CompletableFuture.supplyAsync(this::step).join()).isFalse();
        });

        assertThat(List.of(CompletableFuture.supplyAsync(this::step), CompletableFuture.supplyAsync(this::step)))
                .extracting(CompletableFuture::join)
                .contains(true);
        assertThat(step()).isFalse();
        assertThat(scheduled).hasSize(1);
    }

    @Test
    void while_somebody_extends_the_batch_its_reminder_waits() {
        promise();
        stores.transactionally(() -> {
            stores.database()
                    .update("update enrollment.enrollment_batch set expire_at = expire_at where id = ?", batch.id());
            assertThat(CompletableFuture.supplyAsync(this::step).join()).isFalse();
        });
        assertThat(step()).isTrue();
    }

    private boolean step() {
        return stores.reminderJob(() -> (lanes, count, time) -> scheduled.addAll(lanes), () -> due)
                .step();
    }

    private void promise() {
        batch.conclude(3);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.tokens().addAll(Examples.tokens(batch, Examples.upTo(3)));
            stores.reminders().addAll(batch, List.of(Duration.ofHours(2)));
        });
    }

    private void park(EnrollmentBatch of) {
        stores.database().update("update enrollment.reminder set due_at = null where batch_id = ?", of.id());
    }

    private List<String> audited() {
        return stores.database()
                .query(
                        "select actor, action, tokens from enrollment.enrollment_audit where batch_id = ?",
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3),
                        batch.id());
    }
}
