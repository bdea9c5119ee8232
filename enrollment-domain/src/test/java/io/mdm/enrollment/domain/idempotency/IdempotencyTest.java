package io.mdm.enrollment.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.BatchReceipt.Origin;
import io.mdm.enrollment.api.CarriedOut;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords.Scope;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    private static final IdempotencyKey KEY = new IdempotencyKey("once", "0a".repeat(32));
    private static final String CALLER = "admin@acme.example";

    private final InMemoryIdempotencyRecords records = new InMemoryIdempotencyRecords();
    private final StoppedClock clock = new StoppedClock(Examples.NOW);
    private final Idempotency idempotency = new Idempotency(records, Examples.retention(), clock);
    private final String organizationId = Examples.id();
    private int carriedOut;

    /** The secret of a result is no part of its receipt. */
    private record Result(int number, String secret) {}

    public record Count(int value) {}

    public record Another(String value) {}

    @Test
    void carries_out_a_command_once_and_replays_its_receipt() {
        assertThat(once(KEY)).isEqualTo(new CarriedOut<>(new Result(1, "shown once"), Origin.FRESH));
        assertThat(once(KEY)).isEqualTo(new CarriedOut<>(new Result(1, "as it is now"), Origin.REPLAYED));
        assertThat(carriedOut).isEqualTo(1);
    }

    @Test
    void forgets_after_24_hours() {
        once(KEY);
        clock.pass(Duration.ofHours(24));
        assertThat(once(KEY).origin()).isEqualTo(Origin.REPLAYED);

        clock.pass(Duration.ofMillis(1));

        assertThat(once(KEY).origin()).isEqualTo(Origin.FRESH);
    }

    @Test
    void refuses_another_request_with_the_same_key() {
        once(KEY);

        assertRefused(EnrollmentProblem.IDEMPOTENCY_KEY_REUSED, new IdempotencyKey(KEY.value(), "0b".repeat(32)));
    }

    @Test
    void refuses_another_request_with_the_same_key_whatever_the_receipts_hold() {
        once(KEY);
        var other = new IdempotentCommand<>(
                organizationId,
                CALLER,
                new IdempotencyKey(KEY.value(), "0b".repeat(32)),
                Receipt.whole(Another.class),
                () -> new Another("never"));

        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> idempotency.once(other))
                .returns(EnrollmentProblem.IDEMPOTENCY_KEY_REUSED, EnrollmentException::problem);
    }

    @Test
    void what_failed_may_be_tried_again() {
        assertThatIllegalStateException()
                .isThrownBy(() -> once(KEY, () -> {
                    throw new IllegalStateException();
                }));

        assertThat(once(KEY).origin()).isEqualTo(Origin.FRESH);
    }

    @Test
    void refuses_a_command_that_is_still_running() {
        records.claimElsewhere(Scope.of(organizationId, CALLER, KEY));

        assertRefused(EnrollmentProblem.STILL_RUNNING, KEY);
    }

    @Test
    void replays_at_once_what_is_finished_even_while_another_replay_holds_the_claim() {
        once(KEY);
        records.claimElsewhere(Scope.of(organizationId, CALLER, KEY));

        assertThat(once(KEY).origin()).isEqualTo(Origin.REPLAYED);
    }

    private void assertRefused(EnrollmentProblem problem, IdempotencyKey key) {
        int before = carriedOut;
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(() -> once(key))
                .returns(problem, EnrollmentException::problem);
        assertThat(carriedOut).isEqualTo(before);
    }

    /** Computed with Python's hashlib. */
    @Test
    void keeps_a_key_as_its_hash_because_an_address_may_stand_in_it() {
        var key = new IdempotencyKey("invite-ana@acme.example", KEY.requestHash());

        assertThat(Scope.of(organizationId, CALLER, key))
                .isEqualTo(new Scope(
                        organizationId, CALLER, "4a66e72a31c6cd385002d41c631c933fcbd8d23424f789a563923aafa9095a6a"));
    }

    private CarriedOut<Result> once(IdempotencyKey key) {
        return once(key, () -> new Result(++carriedOut, "shown once"));
    }

    private CarriedOut<Result> once(IdempotencyKey key, Supplier<Result> work) {
        var receipt = new Receipt<Result, Count>(
                Count.class, result -> new Count(result.number()), count -> new Result(count.value(), "as it is now"));
        return idempotency.once(new IdempotentCommand<>(organizationId, CALLER, key, receipt, work));
    }
}
