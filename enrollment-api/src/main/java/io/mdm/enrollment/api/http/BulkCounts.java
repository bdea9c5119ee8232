package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.BatchReceipt;

/** The data of a bulk answer: tokens asked for, created, not created. */
public record BulkCounts(int total, int success, int fail) {

    public static BulkCounts of(BatchReceipt receipt) {
        return new BulkCounts(receipt.total(), receipt.success(), receipt.fail());
    }
}
