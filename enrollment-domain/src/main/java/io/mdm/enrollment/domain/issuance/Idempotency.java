package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Idempotency of requests with a key: as long as the receipt is kept, each is carried out once, however often and on
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

    BatchReceipt once(IssueTokens command, Function<IssueTokens, BatchReceipt> work) {
        return command.idempotencyKey().map(key -> once(key, command, work)).orElseGet(() -> work.apply(command));
    }

    private BatchReceipt once(IdempotencyKey key, IssueTokens command, Function<IssueTokens, BatchReceipt> work) {
        var scope = Scope.of(command, key);
        return replay(scope, key).orElseGet(() -> {
            if (!records.claim(scope)) {
                throw new EnrollmentException(EnrollmentProblem.STILL_RUNNING);
            }
            // whoever held the claim may just have finished
            return replay(scope, key).orElseGet(() -> carryOut(scope, key, command, work));
        });
    }

    private Optional<BatchReceipt> replay(Scope scope, IdempotencyKey key) {
        return records.find(scope, notBefore()).map(record -> record.replayFor(key));
    }

    private BatchReceipt carryOut(
            Scope scope, IdempotencyKey key, IssueTokens command, Function<IssueTokens, BatchReceipt> work) {
        var receipt = work.apply(command);
        records.put(scope, IdempotencyRecord.of(key, receipt), clock.instant());
        return receipt;
    }

    private Instant notBefore() {
        return clock.instant().minus(retention.receipts());
    }
}
