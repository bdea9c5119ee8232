package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.IssueTokens;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Carries out a request with an idempotency key once, as long as its receipt is kept, however often and on however many nodes it arrives. */
@ApplicationScoped
public class Idempotency {
    @Inject
    IdempotencyRecords records;

    @Inject
    Retention retention;

    @Inject
    ModuleClock clock;

    BatchReceipt once(IssueTokens command, Function<IssueTokens, BatchReceipt> work) {
        return command.idempotencyKey().map(key -> once(key, command, work)).orElseGet(() -> work.apply(command));
    }

    private BatchReceipt once(IdempotencyKey key, IssueTokens command, Function<IssueTokens, BatchReceipt> work) {
        var scope = new Scope(command.organizationId(), command.requestedBy(), key.value());
        return replay(scope, key).orElseGet(() -> {
            if (!records.claim(scope)) {
                throw new EnrollmentException(EnrollmentProblem.STILL_RUNNING);
            }
            // the one who held the claim may just have finished
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
