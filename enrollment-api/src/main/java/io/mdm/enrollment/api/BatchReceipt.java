package io.mdm.enrollment.api;

import java.util.Optional;

/**
 * What became of one bulk request.
 *
 * @param batchId names the report; empty when no address was given, which creates nothing
 * @param total how many addresses were given
 * @param success how many tokens were created
 * @param fail how many recipients got none
 * @param origin whether the request was carried out now or earlier
 */
public record BatchReceipt(Optional<String> batchId, int total, int success, int fail, Origin origin) {

    /** When the request was carried out. */
    public enum Origin {
        /** By this call. */
        FRESH,
        /** By an earlier call with the same idempotency key; this one created and mailed nothing. */
        REPLAYED
    }

    public BatchReceipt {
        if (total != success + fail) {
            throw new IllegalArgumentException("total is success plus fail");
        }
    }

    public static BatchReceipt ofNothing() {
        return new BatchReceipt(Optional.empty(), 0, 0, 0, Origin.FRESH);
    }
}
