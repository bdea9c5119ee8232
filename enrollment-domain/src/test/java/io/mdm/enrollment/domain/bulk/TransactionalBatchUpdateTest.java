package io.mdm.enrollment.domain.bulk;

import static io.mdm.enrollment.domain.Examples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.UpdateBatch;
import io.mdm.enrollment.api.UpdatedBatch;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionalBatchUpdateTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final BulkFixture bulks = new BulkFixture();
    private final List<EnrollmentBatch> rescheduled = new ArrayList<>();
    private final TransactionalBatchUpdate update = new TransactionalBatchUpdate(
            bulks.batches,
            bulks.batchTokens,
            bulks.quota,
            rescheduled::add,
            bulks.mailSchedule,
            bulks.audit,
            bulks.clock);

    @Test
    void what_depends_on_the_end_of_the_tokens_moves_with_it() {
        var batch = bulks.bulk(1);

        update.update(new UpdateBatch(
                batch.organizationId(), batch.id(), Optional.empty(), Optional.of(true), Optional.empty()));
        assertThat(rescheduled).isEmpty();
        extend(batch, WEEK);
        assertThat(rescheduled).containsExactly(batch);
    }

    @Test
    void tokens_that_are_neither_used_nor_revoked_end_at_the_given_time_from_now() {
        var batch = bulks.bulk(4);
        bulks.token(batch, 1).redeem(DeviceId.of(Examples.id()), NOW);
        bulks.token(batch, 2).revoke(NOW);

        assertThat(extend(batch, WEEK)).isEqualTo(new UpdatedBatch(4, 2, 0, 0));

        assertThat(bulks.token(batch, 0).expireAt()).isEqualTo(NOW.plus(WEEK));
        assertThat(bulks.token(batch, 3).expireAt()).isEqualTo(NOW.plus(WEEK));
        assertThat(batch.expireAt()).isEqualTo(NOW.plus(WEEK));
        assertThat(batch.lastExpireAt()).isEqualTo(NOW.plus(WEEK));
        assertThat(bulks.audited()).containsExactly(AuditAction.EXTENDED);
    }

    @Test
    void scheduled_mails_leave_at_another_time_and_tokens_end_so_much_later() {
        var batch = bulks.scheduled(3, NOW.plus(WEEK));
        bulks.token(batch, 1).revoke(NOW);
        var monday = NOW.plus(WEEK).plusSeconds(3600);

        assertThat(sendAt(batch, monday)).isEqualTo(new UpdatedBatch(3, 0, 0, 0));

        assertThat(batch.sendAt()).contains(monday);
        assertThat(batch.expireAt()).isEqualTo(monday.plus(Examples.DURATION));
        assertThat(bulks.token(batch, 0).startsAt()).contains(monday);
        assertThat(bulks.token(batch, 0).expireAt()).isEqualTo(monday.plus(Examples.DURATION));
        assertThat(bulks.token(batch, 1).expireAt()).isEqualTo(NOW.plus(WEEK).plus(Examples.DURATION));
        assertThat(bulks.mailSchedule.times()).containsExactly(monday);
        assertThat(rescheduled).containsExactly(batch);
        assertThat(bulks.audited()).containsExactly(AuditAction.SCHEDULED);
    }

    @Test
    void a_time_that_has_passed_means_at_once() {
        var batch = bulks.scheduled(1, NOW.plus(WEEK));

        sendAt(batch, NOW.minusSeconds(60));

        assertThat(batch.sendAt()).contains(NOW);
        assertThat(bulks.mailSchedule.times()).containsExactly(NOW);
    }

    @Test
    void mails_that_have_begun_to_leave_keep_their_time() {
        var batch = bulks.scheduled(1, NOW.plus(WEEK));
        bulks.mailSchedule.begin();

        assertAlreadySending(batch);
        assertAlreadySending(bulks.bulk(1));
        assertThat(bulks.audited()).isEmpty();
    }

    private void assertAlreadySending(EnrollmentBatch batch) {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> sendAt(batch, NOW.plus(WEEK).plus(WEEK)))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ALREADY_SENDING);
    }

    private UpdatedBatch sendAt(EnrollmentBatch batch, Instant time) {
        return update.update(new UpdateBatch(
                batch.organizationId(), batch.id(), Optional.empty(), Optional.empty(), Optional.of(time)));
    }

    @Test
    void a_shorter_time_changes_nothing() {
        var batch = bulks.bulk(2);

        assertThat(extend(batch, Duration.ofMinutes(1))).isEqualTo(new UpdatedBatch(2, 0, 0, 0));

        assertThat(bulks.token(batch, 0).expireAt()).isEqualTo(NOW.plus(Examples.DURATION));
        assertThat(batch.expireAt()).isEqualTo(NOW.plus(Examples.DURATION));
        assertThat(bulks.audited()).isEmpty();
    }

    @Test
    void expired_tokens_live_again_in_request_order_as_far_as_the_quota_has_room() {
        var batch = bulks.bulk(5);
        bulks.clock.pass(Examples.DURATION);
        bulks.bulk(3);

        assertThat(extend(batch, WEEK)).isEqualTo(new UpdatedBatch(5, 0, 3, 2));

        var now = bulks.clock.instant();
        assertThat(Examples.upTo(5))
                .filteredOn(index -> bulks.token(batch, index).isLive(now))
                .containsExactly(0, 1, 2);
    }

    @Test
    void a_full_quota_leaves_expired_tokens_expired_and_still_extends_live_ones() {
        var batch = bulks.bulk(2);
        bulks.clock.pass(Examples.DURATION.minusSeconds(1));
        bulks.token(batch, 0).extend(NOW.plus(WEEK), bulks.clock.instant());
        bulks.clock.pass(Duration.ofSeconds(1));
        bulks.bulk(5);

        assertThat(extend(batch, WEEK)).isEqualTo(new UpdatedBatch(2, 1, 0, 1));
    }

    @Test
    void a_pause_lasts_until_it_is_ended_and_tokens_stay_as_they_are() {
        var batch = bulks.bulk(2);

        assertThat(pause(batch, true)).isEqualTo(new UpdatedBatch(2, 0, 0, 0));
        assertThat(batch.isPaused()).isTrue();
        assertThat(bulks.token(batch, 0).isLive(NOW)).isTrue();
        pause(batch, true);
        pause(batch, false);

        assertThat(batch.isPaused()).isFalse();
        assertThat(bulks.audited()).containsExactly(AuditAction.PAUSED, AuditAction.RESUMED);
    }

    @Test
    void more_time_and_a_pause_can_be_asked_for_at_once() {
        var batch = bulks.bulk(1);

        var updated = update.update(new UpdateBatch(
                batch.organizationId(), batch.id(), Optional.of(WEEK), Optional.of(true), Optional.empty()));

        assertThat(updated.extended()).isEqualTo(1);
        assertThat(batch.isPaused()).isTrue();
    }

    @Test
    void a_batch_without_a_token_to_extend_ends_when_it_did() {
        var batch = bulks.bulk(1);
        bulks.token(batch, 0).revoke(NOW);

        assertThat(extend(batch, WEEK)).isEqualTo(new UpdatedBatch(1, 0, 0, 0));

        assertThat(batch.expireAt()).isEqualTo(NOW.plus(Examples.DURATION));
        assertThat(batch.lastExpireAt()).isEqualTo(NOW.plus(Examples.DURATION));
    }

    @Test
    void another_organization_has_no_such_batch() {
        var batch = bulks.bulk(1);

        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> update.update(new UpdateBatch(
                        Examples.id(), batch.id(), Optional.of(WEEK), Optional.empty(), Optional.empty())))
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
        assertThat(bulks.token(batch, 0).expireAt()).isEqualTo(batch.expireAt());
    }

    private UpdatedBatch extend(EnrollmentBatch batch, Duration duration) {
        return update.update(new UpdateBatch(
                batch.organizationId(), batch.id(), Optional.of(duration), Optional.empty(), Optional.empty()));
    }

    private UpdatedBatch pause(EnrollmentBatch batch, boolean paused) {
        return update.update(new UpdateBatch(
                batch.organizationId(), batch.id(), Optional.empty(), Optional.of(paused), Optional.empty()));
    }
}
