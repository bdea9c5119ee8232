package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.RevokedBatch;

/** Data of an answer to the revocation of a bulk request: its tokens, those revoked now, and the rest. */
public record RevokedBatchCounts(int total, int revoked, int unchanged) {

    public static RevokedBatchCounts of(RevokedBatch revoked) {
        return new RevokedBatchCounts(revoked.total(), revoked.revoked(), revoked.total() - revoked.revoked());
    }
}
