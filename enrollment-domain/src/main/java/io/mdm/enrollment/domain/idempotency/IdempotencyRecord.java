package io.mdm.enrollment.domain.idempotency;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.IdempotencyKey;
import java.util.function.Supplier;

/**
 * Record of the first request with a key.
 *
 * @param requestHash of that request
 * @param receipt of its result; can be read only if the request is the same
 */
public record IdempotencyRecord<R extends Record>(String requestHash, Supplier<R> receipt) {

    /** @throws EnrollmentException {@link EnrollmentProblem#IDEMPOTENCY_KEY_REUSED} when the request is another one */
    R receiptFor(IdempotencyKey key) {
        if (!key.requestHash().equals(requestHash)) {
            throw new EnrollmentException(EnrollmentProblem.IDEMPOTENCY_KEY_REUSED);
        }
        return receipt.get();
    }
}
