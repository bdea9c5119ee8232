package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everything that keeps promised invitations does. */
public abstract class InvitationsContract {
    private static final RelayReply TAKEN = new RelayReply(SmtpStep.CONTENT, 250);
    private static final RelayReply BUSY = new RelayReply(SmtpStep.RCPT, 450);
    private static final Instant LATER = NOW.plusSeconds(300);

    private final Organization organization = Examples.organization();

    protected abstract Invitations invitations();

    protected abstract EnrollmentBatches batches();

    protected abstract EnrollmentTokens tokens();

    protected abstract void transactionally(Runnable work);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000, 1_001, 2_500})
    void what_was_promised_is_due_at_once_in_request_order(int count) {
        var lane = wholeOf(promise(count), count);

        assertThat(due(lane, NOW))
                .containsExactlyElementsOf(upTo(count).stream()
                        .map(index -> new PromisedInvitation(index, 0, 0, NOW))
                        .toList());
    }

    @Test
    void a_lane_holds_its_own_positions_and_no_others() {
        var batch = promise(10);
        promise(10);

        assertThat(indexes(new DeliveryLane(organization.id(), batch.id(), 0, 3, 6), NOW))
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

        store(lane, InvitationChange.deferred(0, Optional.of(BUSY), LATER.plusSeconds(1)));
        store(lane, InvitationChange.deferred(1, Optional.of(BUSY), LATER));
        assertThat(invitations().nextDue(lane))
                .hasValueSatisfying(due -> assertThat(due).isBeforeOrEqualTo(NOW));

        store(lane, InvitationChange.sent(2, TAKEN, NOW));
        assertThat(invitations().nextDue(lane)).contains(LATER);

        store(lane, InvitationChange.failed(0, Optional.of(BUSY)));
        store(lane, InvitationChange.abandoned(1));
        assertThat(invitations().nextDue(lane)).isEmpty();
        assertThat(due(lane, LATER.plusSeconds(9))).isEmpty();
    }

    @Test
    void one_put_off_is_due_again_at_its_time_and_its_attempts_count() {
        var lane = wholeOf(promise(2), 2);
        store(lane, InvitationChange.deferred(0, Optional.of(BUSY), LATER));
        store(lane, InvitationChange.deferred(1, Optional.empty(), LATER.plusSeconds(1)));
        assertThat(due(lane, LATER.minusMillis(1))).isEmpty();
        assertThat(due(lane, LATER)).containsExactly(new PromisedInvitation(0, 1, 0, NOW));

        store(lane, InvitationChange.deferred(0, Optional.of(BUSY), LATER.plusSeconds(2)));
        assertThat(due(lane, LATER.plusSeconds(2)))
                .containsExactly(new PromisedInvitation(0, 2, 0, NOW), new PromisedInvitation(1, 1, 0, NOW));
    }

    @Test
    void one_of_unknown_outcome_is_due_again_and_stays_unconfirmed() {
        var lane = wholeOf(promise(1), 1);
        assertThat(claim(lane, 0)).isTrue();
        store(lane, InvitationChange.outcomeUnknown(0, LATER));

        assertThat(due(lane, NOW)).isEmpty();
        assertThat(due(lane, LATER)).containsExactly(new PromisedInvitation(0, 1, 1, NOW));
        assertThat(invitations().nextDue(lane)).contains(LATER);
    }

    @Test
    void a_claim_is_counted_until_the_outcome_is_stored() {
        var lane = wholeOf(promise(4), 4);
        assertThat(upTo(4)).allMatch(index -> claim(lane, index));
        assertThat(due(lane, NOW)).extracting(PromisedInvitation::unconfirmed).containsOnly(1);

        store(lane, InvitationChange.released(0));
        store(lane, InvitationChange.putAside(1, LATER));
        store(lane, InvitationChange.deferred(2, Optional.of(BUSY), LATER));

        assertThat(due(lane, LATER))
                .containsExactly(
                        new PromisedInvitation(0, 0, 0, NOW),
                        new PromisedInvitation(1, 0, 0, NOW),
                        new PromisedInvitation(2, 1, 0, NOW),
                        new PromisedInvitation(3, 0, 1, NOW));
    }

    @Test
    void of_two_who_read_the_same_only_one_can_claim_it() {
        var lane = wholeOf(promise(1), 1);
        var read = due(lane, NOW).get(0);

        assertThat(claim(lane, read)).isTrue();
        assertThat(claim(lane, read)).isFalse();
        assertThat(claim(lane, 0)).isTrue();
    }

    @Test
    void an_outcome_is_stored_with_the_next_claim() {
        var lane = wholeOf(promise(3), 3);
        var read = due(lane, NOW);
        assertThat(claim(lane, read.get(0))).isTrue();
        assertThat(claim(lane, read.get(2))).isTrue();

        assertThat(store(lane, InvitationChange.sent(0, TAKEN, NOW), InvitationChange.claim(read.get(1))))
                .containsExactlyInAnyOrder(0, 1);
        assertThat(store(lane, InvitationChange.sent(1, TAKEN, NOW), InvitationChange.claim(read.get(2))))
                .containsExactly(1);
        assertThat(due(lane, NOW)).containsExactly(new PromisedInvitation(2, 0, 1, NOW));
    }

    @Test
    void in_a_pause_nothing_can_be_claimed_but_outcomes_are_stored() {
        var batch = promise(2);
        var lane = wholeOf(batch, 2);
        var read = due(lane, NOW);
        assertThat(claim(lane, read.get(0))).isTrue();
        transactionally(() -> found(batch).pause());

        assertThat(store(lane, InvitationChange.sent(0, TAKEN, NOW), InvitationChange.claim(read.get(1))))
                .containsExactly(0);
        assertThat(due(lane, NOW)).containsExactly(new PromisedInvitation(1, 0, 0, NOW));
        transactionally(() -> found(batch).resume());
        assertThat(claim(lane, read.get(1))).isTrue();
    }

    private EnrollmentBatch found(EnrollmentBatch batch) {
        return batches().find(batch.organizationId(), batch.id()).orElseThrow();
    }

    @Test
    void several_changes_of_one_invitation_are_stored_in_their_order() {
        var lane = wholeOf(promise(1), 1);
        assertThat(claim(lane, 0)).isTrue();

        store(lane, InvitationChange.putAside(0, LATER), InvitationChange.failed(0, Optional.of(BUSY)));

        assertThat(invitations().nextDue(lane)).isEmpty();
    }

    @Test
    void one_postponed_is_due_again_without_having_counted() {
        var lane = wholeOf(promise(1), 1);
        store(lane, InvitationChange.postponed(0, LATER));

        assertThat(due(lane, NOW)).isEmpty();
        assertThat(due(lane, LATER)).containsExactly(new PromisedInvitation(0, 0, 0, NOW));
        assertThat(invitations().nextDue(lane)).contains(LATER);
    }

    @Test
    void mailings_of_a_batch_count_up_and_mailings_of_others_do_not_matter() {
        var batch = promise(1);
        var other = promise(1);

        assertThat(List.of(begin(batch), begin(batch), begin(other), begin(batch)))
                .containsExactly(1, 2, 1, 3);
    }

    @Test
    void only_what_was_promised_again_was_resent() {
        var batch = promise(3);
        promiseAgain(batch, List.of(1), NOW.plusSeconds(5));
        promiseAgain(batch, List.of(2), NOW.plusSeconds(9));

        assertThat(invitations().resentAt(batch, 0)).isEmpty();
        assertThat(invitations().resentAt(batch, 1)).contains(NOW.plusSeconds(5));
        assertThat(invitations().resentAt(batch, 7)).as("nobody").isEmpty();
        assertThat(invitations().resentAfter(batch, NOW)).containsExactlyInAnyOrder(1, 2);
        assertThat(invitations().resentAfter(batch, NOW.plusSeconds(5))).containsExactly(2);
        assertThat(invitations().resentAfter(batch, NOW.plusSeconds(9))).isEmpty();
    }

    private void promiseAgain(EnrollmentBatch batch, List<Integer> indexes, Instant now) {
        transactionally(() -> invitations().promiseAgain(batch, invitations().beginMailing(batch), indexes, now));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000, 2_500})
    void what_was_promised_again_is_due_in_its_mailing_as_if_nothing_had_been(int count) {
        var batch = promise(count);
        var first = wholeOf(batch, count);
        store(first, InvitationChange.deferred(0, Optional.of(BUSY), LATER));

        var again = promiseAgain(batch, upTo(count));

        assertThat(due(first, LATER)).isEmpty();
        assertThat(invitations().nextDue(first)).isEmpty();
        assertThat(due(again, NOW))
                .containsExactlyElementsOf(upTo(count).stream()
                        .map(index -> new PromisedInvitation(index, 0, 0, LATER))
                        .toList());
    }

    @Test
    void only_those_promised_again_change_their_mailing() {
        var batch = promise(4);

        var again = promiseAgain(batch, List.of(1, 3));

        assertThat(indexes(wholeOf(batch, 4), NOW)).containsExactly(0, 2);
        assertThat(indexes(again, NOW)).containsExactly(1, 3);
    }

    @Test
    void what_an_earlier_lane_was_about_to_note_no_longer_counts() {
        var batch = promise(6);
        var first = wholeOf(batch, 6);

        var again = promiseAgain(batch, upTo(6));
        store(first, InvitationChange.sent(0, TAKEN, NOW));
        store(first, InvitationChange.deferred(1, Optional.of(BUSY), LATER));
        store(first, InvitationChange.outcomeUnknown(2, LATER));
        store(first, InvitationChange.failed(3, Optional.empty()));
        store(first, InvitationChange.abandoned(4));
        store(first, InvitationChange.postponed(5, LATER));
        store(first, InvitationChange.putAside(5, LATER));
        store(first, InvitationChange.released(5));

        assertThat(due(again, NOW))
                .hasSize(6)
                .extracting(PromisedInvitation::attempts)
                .containsOnly(0);
    }

    @Test
    void one_suppressed_is_settled() {
        var batch = promise(2);
        var lane = wholeOf(batch, 2);

        var noMailbox = new RelayReply(SmtpStep.RCPT, 550);
        store(lane, InvitationChange.suppressed(0, noMailbox));
        store(new DeliveryLane(organization.id(), batch.id(), 1, 0, 2), InvitationChange.suppressed(1, noMailbox));

        assertThat(indexes(lane, LATER)).containsExactly(1);
        assertThat(invitations().sentOrPending(batch)).containsExactly(1);
    }

    @Test
    void a_batch_has_begun_with_its_first_attempt() {
        var batch = promise(3);
        promise(2);
        assertThat(invitations().haveBegun(batch)).isFalse();
        transactionally(() -> invitations().withdraw(batch, 2));
        assertThat(invitations().haveBegun(batch)).as("nobody has tried that").isFalse();

        store(wholeOf(batch, 3), InvitationChange.claim(new PromisedInvitation(1, 0, 0, NOW)));

        assertThat(invitations().haveBegun(batch)).isTrue();
    }

    @Test
    void one_can_be_claimed_in_its_mailing_until_it_was_sent_or_failed() {
        var batch = promise(5);
        var first = wholeOf(batch, 5);
        var read = due(first, NOW);
        store(first, InvitationChange.sent(1, TAKEN, NOW));
        store(first, InvitationChange.deferred(2, Optional.of(BUSY), LATER));
        store(first, InvitationChange.failed(3, Optional.of(BUSY)));
        var again = promiseAgain(batch, List.of(3, 4));

        assertThat(read)
                .filteredOn(promised -> claim(first, promised))
                .extracting(PromisedInvitation::index)
                .containsExactly(0, 2);
        assertThat(due(again, LATER))
                .filteredOn(promised -> claim(again, promised))
                .extracting(PromisedInvitation::index)
                .containsExactly(3, 4);
    }

    @Test
    void a_first_promise_may_come_late() {
        var batch = promise(0);

        assertThat(indexes(promiseAgain(batch, List.of(7)), NOW)).containsExactly(7);
    }

    @Test
    void those_that_failed_or_were_never_promised_are_neither_sent_nor_pending() {
        var batch = promise(5);
        promise(9);
        var lane = wholeOf(batch, 5);
        store(lane, InvitationChange.sent(1, TAKEN, NOW));
        store(lane, InvitationChange.deferred(2, Optional.of(BUSY), LATER));
        store(lane, InvitationChange.failed(3, Optional.of(BUSY)));
        store(lane, InvitationChange.abandoned(4));

        assertThat(invitations().sentOrPending(batch)).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(invitations().pending(batch)).containsExactlyInAnyOrder(0, 2);
        promiseAgain(batch, List.of(4, 6));
        assertThat(invitations().sentOrPending(batch)).containsExactlyInAnyOrder(0, 1, 2, 4, 6);
    }

    @Test
    void a_reminder_can_be_claimed_once_by_whoever_read_it_first() {
        var batch = promiseWithTokens(2);
        var lane = remind(batch, upTo(2));
        var read = due(lane, NOW);

        assertThat(claimReminder(lane, read.get(0))).isEqualTo(ReminderClaim.CLAIMED);
        assertThat(claimReminder(lane, read.get(0))).isEqualTo(ReminderClaim.NOT_OURS);
        assertThat(claimReminder(wholeOf(batch, 2), read.get(1))).isEqualTo(ReminderClaim.NOT_OURS);
        transactionally(() -> found(batch).pause());
        assertThat(claimReminder(lane, read.get(1))).isEqualTo(ReminderClaim.NOT_OURS);
        assertThat(due(lane, NOW))
                .containsExactly(new PromisedInvitation(0, 0, 1, LATER), new PromisedInvitation(1, 0, 0, LATER));
        transactionally(() -> found(batch).resume());
        assertThat(claimReminder(lane, read.get(1))).isEqualTo(ReminderClaim.CLAIMED);
    }

    @Test
    void a_reminder_is_not_needed_by_whoever_has_enrolled_or_holds_no_live_token() {
        var other = promiseWithTokens(5);
        var batch = promiseWithTokens(5);
        store(wholeOf(batch, 5), sent(0), sent(1), sent(2), sent(4));
        store(wholeOf(batch, 5), InvitationChange.failed(3, Optional.empty()));
        var lane = remind(batch, upTo(5));
        var read = due(lane, NOW);
        change(batch, 0, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(batch, 1, token -> token.revoke(NOW));
        change(other, 2, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(other, 3, token -> token.redeem(DeviceId.of(Examples.id()), NOW));

        assertThat(read.subList(0, 4))
                .extracting(promised -> claimReminder(lane, promised))
                .containsOnly(ReminderClaim.NOT_NEEDED);
        assertThat(invitations().claimReminder(lane, read.get(4), batch.expireAt(), batch.expireAt()))
                .isEqualTo(ReminderClaim.NOT_NEEDED);
        assertThat(due(lane, NOW)).isEmpty();
        assertThat(invitations().sentOrPending(batch)).as("as before").containsExactlyInAnyOrder(0, 1, 2, 4);
        assertThat(invitations().pending(batch)).isEmpty();
    }

    @Test
    void a_reminder_is_not_needed_within_a_time_after_another_mail_of_the_token() {
        var batch = promiseWithTokens(3);
        store(wholeOf(batch, 3), sent(0), sent(1));
        var lane = remind(batch, upTo(3));
        var read = due(lane, NOW);

        assertThat(invitations().claimReminder(lane, read.get(0), LATER, NOW.minusMillis(1)))
                .isEqualTo(ReminderClaim.NOT_NEEDED);
        assertThat(invitations().claimReminder(lane, read.get(1), LATER, NOW)).isEqualTo(ReminderClaim.CLAIMED);
        assertThat(invitations().claimReminder(lane, read.get(2), LATER, NOW.minusMillis(1)))
                .as("never mailed")
                .isEqualTo(ReminderClaim.CLAIMED);
    }

    @Test
    void one_that_was_sent_before_is_sent_again_or_as_it_was() {
        var batch = promiseWithTokens(4);
        store(wholeOf(batch, 4), sent(0), sent(1), sent(2), sent(3));
        var lane = remind(batch, upTo(4));

        store(lane, InvitationChange.abandoned(0), InvitationChange.suppressed(1, new RelayReply(SmtpStep.RCPT, 550)));
        transactionally(() -> invitations().withdraw(batch, 2));
        store(lane, InvitationChange.failed(3, Optional.of(BUSY)));

        assertThat(due(lane, NOW)).isEmpty();
        assertThat(invitations().sentOrPending(batch)).containsExactlyInAnyOrder(0, 1, 2);
    }

    private static InvitationChange sent(int index) {
        return InvitationChange.sent(index, TAKEN, NOW);
    }

    private ReminderClaim claimReminder(DeliveryLane lane, PromisedInvitation promised) {
        return invitations().claimReminder(lane, promised, LATER, NOW);
    }

    private DeliveryLane remind(EnrollmentBatch batch, List<Integer> indexes) {
        return promiseAgain(batch, indexes);
    }

    private EnrollmentBatch promiseWithTokens(int count) {
        var batch = promise(count);
        transactionally(() -> tokens().addAll(Examples.tokens(batch, upTo(count))));
        return batch;
    }

    private void change(EnrollmentBatch batch, int index, Consumer<EnrollmentToken> change) {
        transactionally(() -> change.accept(tokens().ofBatch(batch.organizationId(), batch.id(), List.of(index))
                .get(0)));
    }

    @Test
    void another_organization_sees_and_changes_nothing() {
        var batch = promise(3);
        var foreign = new DeliveryLane(Examples.id(), batch.id(), 0, 0, 3);

        store(foreign, InvitationChange.sent(0, TAKEN, NOW));
        store(foreign, InvitationChange.deferred(0, Optional.empty(), LATER));
        store(foreign, InvitationChange.outcomeUnknown(1, LATER));
        store(foreign, InvitationChange.failed(1, Optional.empty()));
        store(foreign, InvitationChange.abandoned(2));

        assertThat(due(foreign, NOW)).isEmpty();
        assertThat(claim(foreign, new PromisedInvitation(0, 0, 0, NOW))).isFalse();
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

    private int begin(EnrollmentBatch batch) {
        var mailing = new AtomicInteger();
        transactionally(() -> mailing.set(invitations().beginMailing(batch)));
        return mailing.get();
    }

    /** All that was promised again, five minutes later. */
    private DeliveryLane promiseAgain(EnrollmentBatch batch, List<Integer> indexes) {
        int mailing = begin(batch);
        transactionally(() -> invitations().promiseAgain(batch, mailing, indexes, LATER));
        return new DeliveryLane(organization.id(), batch.id(), mailing, 0, Integer.MAX_VALUE);
    }

    private DeliveryLane wholeOf(EnrollmentBatch batch, int total) {
        return new DeliveryLane(organization.id(), batch.id(), 0, 0, total);
    }

    private Set<Integer> store(DeliveryLane lane, InvitationChange... changes) {
        return invitations().store(lane, List.of(changes));
    }

    private boolean claim(DeliveryLane lane, PromisedInvitation promised) {
        return store(lane, InvitationChange.claim(promised)).contains(promised.index());
    }

    private boolean claim(DeliveryLane lane, int index) {
        return due(lane, NOW).stream()
                .filter(promised -> promised.index() == index)
                .allMatch(promised -> claim(lane, promised));
    }

    private List<PromisedInvitation> due(DeliveryLane lane, Instant now) {
        return invitations().due(lane, now, Integer.MAX_VALUE);
    }

    private List<Integer> indexes(DeliveryLane lane, Instant now) {
        return due(lane, now).stream().map(PromisedInvitation::index).toList();
    }
}
