package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import java.util.Optional;

/**
 * Receipt of the first request with a key.
 *
 * @param bodyHash of that request
 */
public record IdempotencyRecord(String bodyHash, Optional<String> batchId, int total, int success) {

    static IdempotencyRecord of(IdempotencyKey key, BatchReceipt receipt) {
        return new IdempotencyRecord(key.bodyHash(), receipt.batchId(), receipt.total(), receipt.success());
    }

    /** @throws EnrollmentException {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} when the body is another one */
    BatchReceipt replayFor(IdempotencyKey key) {
        if (!key.bodyHash().equals(bodyHash)) {
            throw new EnrollmentException(EnrollmentProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return new BatchReceipt(batchId, total, success, total - success, BatchReceipt.Origin.REPLAYED);
    }
}
