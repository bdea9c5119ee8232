package io.mdm.enrollment.domain.idempotency;

import io.mdm.enrollment.api.BatchReceipt.Origin;
import io.mdm.enrollment.api.CarriedOut;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotentCommand;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Idempotency of commands with a key: as long as the receipt is kept, each is carried out once, however often and on
 * however many nodes it arrives.
 */
@Dependent
public class Idempotency {
    private final IdempotencyRecords records;
    private final Retention retention;
    private final ModuleClock clock;

    @Inject
    public Idempotency(IdempotencyRecords records, Retention retention, ModuleClock clock) {
        this.records = records;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Carries the command out, or replays its receipt, as part of the running transaction.
     *
     * @throws EnrollmentException {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} or
     *     {@link EnrollmentProblem#STILL_RUNNING}
     */
    public <T, R extends Record> CarriedOut<T> once(IdempotentCommand<T, R> command) {
        var scope = Scope.of(command);
        return replay(scope, command).orElseGet(() -> {
            if (!records.claim(scope)) {
                throw new EnrollmentException(EnrollmentProblem.STILL_RUNNING);
            }
            // whoever held the claim may just have finished
            return replay(scope, command).orElseGet(() -> carryOut(scope, command));
        });
    }

    private <T, R extends Record> Optional<CarriedOut<T>> replay(Scope scope, IdempotentCommand<T, R> command) {
        var receipt = command.receipt();
        return records.find(scope, receipt.type(), notBefore())
                .map(record -> receipt.replay().apply(record.receiptFor(command.key())))
                .map(result -> new CarriedOut<>(result, Origin.REPLAYED));
    }

    private <T, R extends Record> CarriedOut<T> carryOut(Scope scope, IdempotentCommand<T, R> command) {
        var result = command.work().get();
        var receipt = command.receipt().of().apply(result);
        records.put(scope, command.key().requestHash(), receipt, clock.instant());
        return new CarriedOut<>(result, Origin.FRESH);
    }

    private Instant notBefore() {
        return clock.instant().minus(retention.receipts());
    }
}
