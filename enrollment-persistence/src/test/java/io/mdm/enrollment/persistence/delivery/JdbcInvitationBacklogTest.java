package io.mdm.enrollment.persistence.delivery;

import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.InvitationBacklog;
import io.mdm.enrollment.api.spi.InvitationBacklog.Backlog;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other tests leave nothing queued so old, but perhaps something newer: counts are compared with those before. */
class JdbcInvitationBacklogTest {
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");
    private static final Instant LATER = LONG_AGO.plusSeconds(60);

    private final Stores stores = Stores.shared();
    private final EnrollmentBatch batch = Examples.batch(Examples.organization(), Examples.settings(), 1_000, LONG_AGO);
    private final List<DeliveryLane> lanes = DeliveryLane.lanesOf(batch, 0, upTo(1_000));

    @AfterEach
    void forget_the_lanes() {
        stores.database()
                .update(
                        "delete from enrollment.scheduled_tasks where task_instance like ?",
                        batch.organizationId() + "/%");
    }

    @Test
    void what_scheduled_lanes_hold_is_counted_once_and_by_state() {
        var before = measured();
        promise();
        lanes.forEach(this::schedule);
        stores.invitations()
                .store(
                        lanes.get(0),
                        List.of(
                                InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), LATER),
                                InvitationChange.failed(1, Optional.empty())));
        stores.invitations()
                .store(lanes.get(lanes.size() - 1), List.of(InvitationChange.deferred(999, Optional.empty(), LATER)));

        var now = measured();
        assertThat(now.queued() - before.queued()).isEqualTo(997);
        assertThat(now.deferred() - before.deferred()).isEqualTo(1);
        assertThat(now.oldestQueuedAt()).contains(LONG_AGO);
    }

    @Test
    void what_was_promised_again_is_in_the_later_rounds_lane() {
        var before = measured();
        promise();
        schedule(lanes.get(0));
        stores.transactionally(() -> stores.invitations().promiseAgain(batch, 1, upTo(200), LATER));
        assertThat(measured().queued()).isEqualTo(before.queued());

        schedule(new DeliveryLane(batch.organizationId(), batch.id(), 1, 0, 200));

        assertThat(measured().queued() - before.queued()).isEqualTo(200);
        assertThat(measured().oldestQueuedAt()).contains(LATER);
    }

    @Test
    void what_a_caller_has_paused_is_not_the_oldest() {
        promise();
        lanes.forEach(this::schedule);
        assertThat(measured().oldestQueuedAt()).contains(LONG_AGO);
        var before = measured();

        stores.transactionally(() -> stores.batches()
                .find(batch.organizationId(), batch.id())
                .orElseThrow()
                .pause());

        assertThat(measured().oldestQueuedAt()).isNotEqualTo(Optional.of(LONG_AGO));
        assertThat(measured().queued()).isEqualTo(before.queued());
    }

    @Test
    void the_reminder_that_has_been_due_for_the_longest_time_is_told_unless_its_batch_waits_or_has_expired() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var reminded = Examples.batch(Examples.organization(), Examples.settings(), 1, now);
        var due = now.minus(Duration.ofDays(9_000));
        stores.transactionally(() -> {
            stores.batches().add(reminded, List.of());
            stores.reminders().addAll(reminded, List.of(Duration.ofHours(1)));
        });
        assertThat(measured().oldestReminderDueAt()).isNotEqualTo(Optional.of(due));

        stores.database()
                .update(
                        "update enrollment.reminder set due_at = ? where batch_id = ?",
                        due.atOffset(ZoneOffset.UTC),
                        reminded.id());
        assertThat(measured().oldestReminderDueAt()).contains(due);

        stores.database().update("update enrollment.enrollment_batch set paused = true where id = ?", reminded.id());
        assertThat(measured().oldestReminderDueAt()).isNotEqualTo(Optional.of(due));

        stores.database()
                .update(
                        "update enrollment.enrollment_batch set paused = false, last_expire_at = now() where id = ?",
                        reminded.id());
        assertThat(measured().oldestReminderDueAt()).isNotEqualTo(Optional.of(due));
        stores.database().update("update enrollment.reminder set due_at = null where batch_id = ?", reminded.id());
    }

    private void promise() {
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.invitations().addAll(batch, upTo(1_000));
        });
    }

    private void schedule(DeliveryLane lane) {
        stores.database()
                .update(
                        "insert into enrollment.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values (?, ?, now() + interval '1 day', false, 1)",
                        LaneTask.NAME,
                        LaneTask.instance(lane, 1_000, null).getId());
    }

    private Backlog measured() {
        InvitationBacklog backlog = new JdbcInvitationBacklog(stores.database());
        return backlog.measure();
    }
}
