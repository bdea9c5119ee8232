package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.BatchReceipt;

/** The data of a bulk answer: tokens asked for, created, not created. */
public record BulkEnrollmentCounts(int total, int success, int fail) {

    public static BulkEnrollmentCounts of(BatchReceipt receipt) {
        return new BulkEnrollmentCounts(receipt.total(), receipt.success(), receipt.fail());
    }
}
