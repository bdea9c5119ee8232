package io.mdm.enrollment.domain.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.BatchReceipt.Origin;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("once", "0a".repeat(32));

    private final InMemoryIdempotencyRecords records = new InMemoryIdempotencyRecords();
    private final StoppedClock clock = new StoppedClock(Examples.NOW);
    private final Idempotency idempotency = new Idempotency(records, Examples.retention(), clock);
    private final List<IssueTokens> carriedOut = new ArrayList<>();
    private final String organizationId = Examples.id();

    @Test
    void carries_out_every_request_without_a_key() {
        once(Optional.empty());
        once(Optional.empty());

        assertThat(carriedOut).hasSize(2);
    }

    @Test
    void carries_out_a_request_with_a_key_once_and_replays_its_receipt() {
        var first = once(Optional.of(KEY));
        var second = once(Optional.of(KEY));

        assertThat(carriedOut).hasSize(1);
        assertThat(first.origin()).isEqualTo(Origin.FRESH);
        assertThat(second).isEqualTo(new BatchReceipt(first.batchId(), 3, 2, 1, Origin.REPLAYED));
    }

    @Test
    void forgets_after_24_hours() {
        once(Optional.of(KEY));
        clock.pass(Duration.ofHours(24));
        assertThat(once(Optional.of(KEY)).origin()).isEqualTo(Origin.REPLAYED);

        clock.pass(Duration.ofMillis(1));

        assertThat(once(Optional.of(KEY)).origin()).isEqualTo(Origin.FRESH);
    }

    @Test
    void refuses_another_body_with_the_same_key() {
        once(Optional.of(KEY));

        assertRefused(EnrollmentProblem.IDEMPOTENCY_KEY_REUSED, new IdempotencyKey(KEY.value(), "0b".repeat(32)));
    }

    @Test
    void refuses_a_request_that_is_still_running() {
        records.claimElsewhere(Scope.of(command(Optional.of(KEY)), KEY));

        assertRefused(EnrollmentProblem.STILL_RUNNING, KEY);
    }

    @Test
    void replays_at_once_what_is_finished_even_while_another_replay_holds_the_claim() {
        once(Optional.of(KEY));
        records.claimElsewhere(Scope.of(command(Optional.of(KEY)), KEY));

        assertThat(once(Optional.of(KEY)).origin()).isEqualTo(Origin.REPLAYED);
    }

    private void assertRefused(EnrollmentProblem problem, IdempotencyKey key) {
        int before = carriedOut.size();
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> once(Optional.of(key)))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(problem));
        assertThat(carriedOut).hasSize(before);
    }

    /** Computed with Python's hashlib. */
    @Test
    void keeps_a_key_as_its_hash_because_an_address_may_stand_in_it() {
        var key = new IdempotencyKey("invite-ana@acme.example", KEY.bodyHash());

        assertThat(Scope.of(command(Optional.of(key)), key))
                .isEqualTo(new Scope(
                        organizationId,
                        "admin@acme.example",
                        "4a66e72a31c6cd385002d41c631c933fcbd8d23424f789a563923aafa9095a6a"));
    }

    private IssueTokens command(Optional<IdempotencyKey> key) {
        return new IssueTokens(organizationId, "admin@acme.example", Examples.settings(), List.of("a@b.org"), key);
    }

    private BatchReceipt once(Optional<IdempotencyKey> key) {
        return idempotency.once(command(key), work -> {
            carriedOut.add(work);
            return new BatchReceipt(Optional.of(Examples.id()), 3, 2, 1, Origin.FRESH);
        });
    }
}
