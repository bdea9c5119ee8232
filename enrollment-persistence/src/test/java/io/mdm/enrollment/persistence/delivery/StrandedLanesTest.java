package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.domain.delivery.InvitationChange;
import io.mdm.enrollment.persistence.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrandedLanesTest {
    private final Stores stores = Stores.shared();
    private final Organization organization = Examples.organization();
    private final List<Scheduled> scheduled = new ArrayList<>();
    private final StrandedLanes stranded = new StrandedLanes(
            stores.database(), (lanes, invitations, time) -> scheduled.add(new Scheduled(lanes.get(0), invitations)));

    private record Scheduled(DeliveryLane lane, int invitations) {}

    @AfterEach
    void leave_nothing_for_other_tests() {
        stores.database()
                .update("delete from enrollment.scheduled_tasks where task_instance like ?", organization.id() + "/%");
        stores.database().update("""
                delete from enrollment.invitation i using enrollment.enrollment_batch b
                where b.id = i.batch_id and b.organization_id = ?
                """, organization.id());
    }

    @Test
    void invitations_without_a_task_get_a_lane_again() {
        var batch = promise(450);
        settle(batch, 0);

        stranded.scheduleAgain();

        assertThat(ofThisTest()).containsExactly(new Scheduled(lane(batch, 0, 1, 450), 449));
    }

    @Test
    void invitations_with_a_task_are_left_to_it() {
        var batch = promise(5);
        task(lane(batch, 0, 0, 5));

        stranded.scheduleAgain();

        assertThat(ofThisTest()).isEmpty();
    }

    @Test
    void what_lies_between_two_lanes_becomes_a_lane_that_touches_neither() {
        var batch = promise(50);
        task(lane(batch, 0, 10, 20));
        task(lane(batch, 0, 30, 40));
        settle(batch, 49);

        stranded.scheduleAgain();

        assertThat(ofThisTest())
                .containsExactlyInAnyOrder(
                        new Scheduled(lane(batch, 0, 0, 10), 10),
                        new Scheduled(lane(batch, 0, 20, 30), 10),
                        new Scheduled(lane(batch, 0, 40, 49), 9));
    }

    @Test
    void a_task_of_an_earlier_round_does_not_deliver_what_was_resent() {
        var batch = promise(3);
        task(lane(batch, 0, 0, 3));
        stores.transactionally(() -> stores.invitations().promiseAgain(batch, 1, List.of(1), Instant.now()));

        stranded.scheduleAgain();

        assertThat(ofThisTest()).containsExactly(new Scheduled(lane(batch, 1, 1, 2), 1));
    }

    @Test
    void what_is_settled_is_not_sent_again() {
        var batch = promise(2);
        settle(batch, 0);
        stores.invitations().store(lane(batch, 0, 0, 2), List.of(InvitationChange.abandoned(1)));

        stranded.scheduleAgain();

        assertThat(ofThisTest()).isEmpty();
    }

    private List<Scheduled> ofThisTest() {
        return scheduled.stream()
                .filter(each -> each.lane().organizationId().equals(organization.id()))
                .toList();
    }

    private EnrollmentBatch promise(int size) {
        var batch = Examples.batch(organization, Examples.settings(), size);
        batch.conclude(size);
        stores.transactionally(() -> {
            stores.batches().add(batch, List.of());
            stores.invitations().addAll(batch, Examples.upTo(size));
        });
        return batch;
    }

    private void settle(EnrollmentBatch batch, int index) {
        var sent = InvitationChange.sent(index, new RelayReply(SmtpStep.CONTENT, 250), Instant.now());
        stores.invitations().store(lane(batch, 0, 0, batch.total()), List.of(sent));
    }

    private void task(DeliveryLane lane) {
        stores.database()
                .update("""
                insert into enrollment.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values (?, ?, now() + interval '1 day', false, 1)
                """, LaneTask.NAME, LaneTask.instance(lane, 1, null).getId());
    }

    private static DeliveryLane lane(EnrollmentBatch batch, int mailing, int from, int to) {
        return new DeliveryLane(batch.organizationId(), batch.id(), mailing, from, to);
    }
}
