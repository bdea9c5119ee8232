package io.mdm.enrollment.persistence.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import org.junit.jupiter.api.Test;

class LaneTaskTest {
    private final DeliveryLane lane = new DeliveryLane(Examples.id(), Examples.id(), 0, 12_500, 100_000);

    @Test
    void everything_about_a_lane_stands_in_the_id_of_its_task() {
        assertThat(LaneTask.lane(LaneTask.instance(lane, 1, null).getId())).isEqualTo(lane);
    }

    @Test
    void lanes_of_one_batch_are_different_tasks() {
        var next = new DeliveryLane(lane.organizationId(), lane.batchId(), 0, 100_000, 112_500);

        assertThat(LaneTask.instance(lane, 1, null).getId())
                .isNotEqualTo(LaneTask.instance(next, 1, null).getId());
    }

    @Test
    void those_who_invite_a_few_go_before_those_who_invite_thousands() {
        assertThat(LaneTask.instance(lane, 200, null).getPriority())
                .isGreaterThan(LaneTask.instance(lane, 201, null).getPriority());
    }
}
