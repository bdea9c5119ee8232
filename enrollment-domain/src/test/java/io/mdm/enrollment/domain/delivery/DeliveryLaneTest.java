package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLaneTest {
    @ParameterizedTest
    @CsvSource({"1,1", "25,1", "26,2", "50,2", "51,3", "200,8", "375,15", "376,16", "401,16", "100000,16"})
    void a_batch_has_a_lane_for_twenty_five_and_never_more_than_sixteen(int invitations, int lanes) {
        assertThat(DeliveryLane.lanesOf(batch(invitations), 0, upTo(invitations)))
                .hasSize(lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 26, 200, 401, 12_345, 100_000})
    void every_invitation_is_in_one_lane_and_the_lanes_are_about_as_long(int total) {
        var random = new Random(total);
        var indexes = upTo(total).stream()
                .filter(index -> index == 0 || random.nextInt(3) > 0)
                .toList();

        var lanes = DeliveryLane.lanesOf(batch(total), 0, indexes);

        var sizes = lanes.stream().map(lane -> sizeOf(lane, indexes)).toList();
        assertThat(sizes.stream().mapToLong(Long::longValue).sum()).isEqualTo(indexes.size());
        assertThat(lanes.get(lanes.size() - 1).to()).isEqualTo(indexes.get(indexes.size() - 1) + 1);
        assertThat(IntStream.range(1, lanes.size()))
                .allSatisfy(i -> assertThat(lanes.get(i).from())
                        .isEqualTo(lanes.get(i - 1).to()));
        assertThat(sizes)
                .allSatisfy(size -> assertThat(size)
                        .isBetween((long) indexes.size() / lanes.size(), (long) indexes.size() / lanes.size() + 1));
    }

    @Test
    void a_lane_knows_where_it_belongs() {
        var batch = batch(5);

        assertThat(DeliveryLane.lanesOf(batch, 3, List.of(1, 2)))
                .containsExactly(new DeliveryLane(batch.organizationId(), batch.id(), 3, 1, 3));
    }

    private static long sizeOf(DeliveryLane lane, List<Integer> indexes) {
        return indexes.stream()
                .filter(index -> index >= lane.from() && index < lane.to())
                .count();
    }

    private static EnrollmentBatch batch(int total) {
        return Examples.batch(Examples.organization(), Examples.settings(), total);
    }
}
