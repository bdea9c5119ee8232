package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.BatchReceipt;

/** Data of a bulk answer: tokens requested, created, not created. */
public record BulkCounts(int total, int success, int fail) {

    public static BulkCounts of(BatchReceipt receipt) {
        return new BulkCounts(receipt.total(), receipt.success(), receipt.fail());
    }
}
