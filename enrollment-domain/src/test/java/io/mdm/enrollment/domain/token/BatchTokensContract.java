package io.mdm.enrollment.domain.token;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.batch;
import static io.mdm.enrollment.domain.Examples.organization;
import static io.mdm.enrollment.domain.Examples.settings;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What everything that changes the tokens of a batch together does. */
public abstract class BatchTokensContract {
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));

    private final Organization organization = organization();

    protected abstract BatchTokens batchTokens();

    protected abstract EnrollmentTokens tokens();

    protected abstract void transactionally(Runnable work);

    @Test
    void live_tokens_get_more_time_and_all_others_stay_as_they_are() {
        var batch = batch(organization, settings(), 5);
        add(batch, 5);
        change(batch, 1, token -> token.redeem(DeviceId.of(Examples.id()), NOW));
        change(batch, 2, token -> token.revoke(NOW));
        change(batch, 3, token -> token.extend(LATER.plusSeconds(1), NOW));

        assertThat(of(batches -> batches.extend(batch, LATER, NOW.plusSeconds(5))))
                .isEqualTo(2);

        assertThat(token(batch, 0).expireAt()).isEqualTo(LATER);
        assertThat(token(batch, 0).updatedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(token(batch, 1).expireAt()).isEqualTo(batch.expireAt());
        assertThat(token(batch, 2).expireAt()).isEqualTo(batch.expireAt());
        assertThat(token(batch, 3).expireAt()).isEqualTo(LATER.plusSeconds(1));
        assertThat(token(batch, 4).expireAt()).isEqualTo(LATER);
    }

    @Test
    void a_token_never_ends_earlier_than_it_would_have() {
        var batch = batch(organization, settings(), 1);
        add(batch, 1);

        assertThat(of(batches -> batches.extend(batch, batch.expireAt().minusSeconds(1), NOW)))
                .isZero();
        assertThat(of(batches -> batches.extend(batch, batch.expireAt(), NOW))).isZero();

        assertThat(token(batch, 0).expireAt()).isEqualTo(batch.expireAt());
    }

    @Test
    void expired_tokens_live_again_in_request_order_as_far_as_there_is_room() {
        var batch = batch(organization, settings(), 4);
        add(batch, 4);
        var expired = batch.expireAt();

        assertThat(of(batches -> batches.extend(batch, LATER, expired))).isZero();
        assertThat(of(batches -> batches.countExpired(batch, expired))).isEqualTo(4);
        assertThat(of(batches -> batches.revive(batch, 3, LATER, expired))).isEqualTo(3);

        assertThat(List.of(0, 1, 2))
                .allSatisfy(
                        index -> assertThat(token(batch, index).isLive(expired)).isTrue());
        assertThat(token(batch, 3).isLive(expired)).isFalse();
        assertThat(of(batches -> batches.countExpired(batch, expired))).isEqualTo(1);
    }

    @Test
    void a_token_whose_person_was_erased_is_not_revived() {
        var batch = batch(organization, settings(), 2);
        add(batch, 2);
        var expired = batch.expireAt();
        change(batch, 0, token -> token.erasePerson(expired));

        assertThat(of(batches -> batches.countExpired(batch, expired))).isEqualTo(1);
        assertThat(of(batches -> batches.revive(batch, 9, LATER, expired))).isEqualTo(1);

        assertThat(token(batch, 0).isLive(expired)).isFalse();
        assertThat(token(batch, 1).isLive(expired)).isTrue();
    }

    @Test
    void pending_tokens_are_revoked_whether_they_have_expired_or_not() {
        var batch = batch(organization, settings(), 3);
        add(batch, 3);
        change(batch, 1, token -> token.redeem(DeviceId.of(Examples.id()), NOW));

        assertThat(revoke(batch, batch.expireAt()))
                .containsExactlyInAnyOrder(token(batch, 0).id(), token(batch, 2).id());
        assertThat(revoke(batch, batch.expireAt())).isEmpty();

        assertThat(List.of(0, 2))
                .allSatisfy(index -> assertThat(token(batch, index).state()).isEqualTo(TokenState.DELETED));
        assertThat(token(batch, 1).state()).isEqualTo(TokenState.DONE);
    }

    @Test
    void pending_tokens_begin_at_another_time_and_end_so_much_later() {
        var start = NOW.plus(Duration.ofDays(2));
        var batch = Examples.scheduled(organization, 3, start);
        add(batch, 3);
        change(batch, 1, token -> token.revoke(NOW));
        change(batch, 2, token -> token.extend(LATER.plusSeconds(1), NOW));
        var shift = Duration.ofMinutes(-90).plusMillis(7);

        of(batches -> {
            batches.start(batch, start.plus(shift), shift, NOW.plusSeconds(5));
            return 0;
        });

        assertThat(token(batch, 0).startsAt()).contains(start.plus(shift));
        assertThat(token(batch, 0).expireAt()).isEqualTo(batch.expireAt().plus(shift));
        assertThat(token(batch, 0).updatedAt()).isEqualTo(NOW.plusSeconds(5));
        assertThat(token(batch, 1).startsAt()).contains(start);
        assertThat(token(batch, 1).expireAt()).isEqualTo(batch.expireAt());
        assertThat(token(batch, 2).expireAt()).isEqualTo(LATER.plusSeconds(1).plus(shift));
    }

    @Test
    void other_batches_are_left_alone() {
        var batch = batch(organization, settings(), 1);
        var other = batch(organization, settings(), 1);
        add(batch, 1);
        add(other, 1);

        of(batches -> batches.extend(batch, LATER, NOW));
        revoke(batch, NOW);

        assertThat(token(other, 0).expireAt()).isEqualTo(other.expireAt());
        assertThat(token(other, 0).state()).isEqualTo(TokenState.PENDING);
    }

    private List<String> revoke(EnrollmentBatch batch, Instant now) {
        var revoked = new ArrayList<String>();
        transactionally(() -> revoked.addAll(batchTokens().revoke(batch, now)));
        return revoked;
    }

    private int of(Function<BatchTokens, Integer> work) {
        var answer = new ArrayList<Integer>(1);
        transactionally(() -> answer.add(work.apply(batchTokens())));
        return answer.get(0);
    }

    private void add(EnrollmentBatch batch, int count) {
        transactionally(() -> tokens().addAll(Examples.tokens(batch, upTo(count))));
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        var found = new ArrayList<EnrollmentToken>(1);
        transactionally(() -> found.addAll(tokens().ofBatch(batch.organizationId(), batch.id(), List.of(index))));
        return found.get(0);
    }

    private void change(EnrollmentBatch batch, int index, Consumer<EnrollmentToken> change) {
        transactionally(() -> tokens().ofBatch(batch.organizationId(), batch.id(), List.of(index))
                .forEach(change));
    }
}
