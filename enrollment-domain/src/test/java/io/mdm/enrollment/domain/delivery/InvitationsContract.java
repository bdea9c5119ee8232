package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.Organization;
import io.mdm.enrollment.api.RelayReply;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that keeps promised invitations does. */
public abstract class InvitationsContract {
    private static final RelayReply TAKEN = new RelayReply(250);
    private static final RelayReply BUSY = new RelayReply(450);
    private static final Instant LATER = NOW.plusSeconds(300);

    private final Organization organization = Examples.organization();

    protected abstract Invitations invitations();

    protected abstract EnrollmentBatches batches();

    protected abstract void transactionally(Runnable work);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_001, 2_500})
    void what_was_promised_is_due_at_once_in_request_order(int count) {
        var lane = wholeOf(promise(count), count);

        assertThat(due(lane, NOW))
                .containsExactlyElementsOf(upTo(count).stream()
                        .map(index -> new PromisedInvitation(index, 0))
                        .toList());
    }

    @Test
    void a_lane_holds_its_own_positions_and_no_others() {
        var batch = promise(10);
        promise(10);

        assertThat(indexes(new DeliveryLane(organization.id(), batch.id(), 3, 6), NOW))
                .containsExactly(3, 4, 5);
        assertThat(invitations().due(wholeOf(batch, 10), NOW, 2))
                .extracting(PromisedInvitation::index)
                .containsExactly(0, 1);
    }

    @Test
    void it_comes_back_for_the_earliest() {
        var lane = wholeOf(promise(3), 3);
        assertThat(invitations().nextDue(lane))
                .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(NOW));

        invitations().putOff(lane, 0, Optional.of(BUSY), LATER.plusSeconds(1));
        invitations().putOff(lane, 1, Optional.of(BUSY), LATER);
        assertThat(invitations().nextDue(lane))
                .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(NOW));

        invitations().sent(lane, 2, TAKEN, NOW);
        assertThat(invitations().nextDue(lane)).contains(LATER);

        invitations().failed(lane, 0, Optional.of(BUSY));
        invitations().abandoned(lane, 1);
        assertThat(invitations().nextDue(lane)).isEmpty();
        assertThat(due(lane, LATER.plusSeconds(9))).isEmpty();
    }

    @Test
    void one_put_off_is_due_again_at_its_time_and_its_attempts_count() {
        var lane = wholeOf(promise(2), 2);
        invitations().putOff(lane, 0, Optional.of(BUSY), LATER);
        invitations().putOff(lane, 1, Optional.empty(), LATER.plusSeconds(1));
        assertThat(due(lane, LATER.minusMillis(1))).isEmpty();
        assertThat(due(lane, LATER)).containsExactly(new PromisedInvitation(0, 1));

        invitations().putOff(lane, 0, Optional.of(BUSY), LATER.plusSeconds(2));
        assertThat(due(lane, LATER.plusSeconds(2)))
                .containsExactly(new PromisedInvitation(0, 2), new PromisedInvitation(1, 1));
    }

    @Test
    void one_left_open_is_due_again_without_having_counted() {
        var lane = wholeOf(promise(1), 1);
        invitations().leftOpen(lane, 0, LATER);

        assertThat(due(lane, NOW)).isEmpty();
        assertThat(due(lane, LATER)).containsExactly(new PromisedInvitation(0, 0));
        assertThat(invitations().nextDue(lane)).contains(LATER);
    }

    @Test
    void another_organization_sees_and_changes_nothing() {
        var batch = promise(3);
        var foreign = new DeliveryLane(Examples.id(), batch.id(), 0, 3);

        invitations().sent(foreign, 0, TAKEN, NOW);
        invitations().putOff(foreign, 0, Optional.empty(), LATER);
        invitations().leftOpen(foreign, 1, LATER);
        invitations().failed(foreign, 1, Optional.empty());
        invitations().abandoned(foreign, 2);

        assertThat(due(foreign, NOW)).isEmpty();
        assertThat(invitations().nextDue(foreign)).isEmpty();
        assertThat(indexes(wholeOf(batch, 3), NOW)).containsExactly(0, 1, 2);
    }

    private EnrollmentBatch promise(int count) {
        var batch = Examples.batch(organization, Examples.settings(), count);
        transactionally(() -> {
            batches().add(batch, List.of());
            invitations().addAll(batch, upTo(count));
        });
        return batch;
    }

    private DeliveryLane wholeOf(EnrollmentBatch batch, int total) {
        return new DeliveryLane(organization.id(), batch.id(), 0, total);
    }

    private List<PromisedInvitation> due(DeliveryLane lane, Instant now) {
        return invitations().due(lane, now, Integer.MAX_VALUE);
    }

    private List<Integer> indexes(DeliveryLane lane, Instant now) {
        return due(lane, now).stream().map(PromisedInvitation::index).toList();
    }
}
