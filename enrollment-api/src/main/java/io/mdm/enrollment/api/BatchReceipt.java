package io.mdm.enrollment.api;

import java.util.Optional;

/**
 * Result of one bulk request: the counts its caller is told.
 *
 * @param batchId id of the batch and of its report; empty when no address was given, which creates nothing
 * @param total addresses given
 * @param success tokens created
 * @param fail recipients without a token
 * @param origin whether this call or an earlier one carried the request out
 */
public record BatchReceipt(Optional<String> batchId, int total, int success, int fail, Origin origin) {

    /** The call that carried the request out. */
    public enum Origin {
        /** This call. */
        FRESH,
        /** An earlier call with the same idempotency key; this one created and mailed nothing. */
        REPLAYED
    }

    public BatchReceipt {
        if (total != success + fail) {
            throw new IllegalArgumentException("total must be success plus fail");
        }
    }

    public static BatchReceipt ofNothing() {
        return new BatchReceipt(Optional.empty(), 0, 0, 0, Origin.FRESH);
    }
}
