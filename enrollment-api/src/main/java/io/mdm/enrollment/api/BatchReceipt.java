package io.mdm.enrollment.api;

import java.util.Optional;

/**
 * What became of one bulk request.
 *
 * @param batchId names the report; empty when no address was given, which creates nothing
 * @param total how many addresses were given
 * @param success how many tokens were created
 * @param fail how many recipients got none
 */
public record BatchReceipt(Optional<String> batchId, int total, int success, int fail) {

    public BatchReceipt {
        if (total != success + fail) {
            throw new IllegalArgumentException("total is success plus fail");
        }
    }

    public static BatchReceipt ofNothing() {
        return new BatchReceipt(Optional.empty(), 0, 0, 0);
    }
}
