package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.UpdatedBatch;

/** Data of an answer to a change of a bulk request: its tokens; those not counted elsewhere are {@code unchanged}. */
public record UpdatedBatchCounts(int total, int extended, int revived, int overQuota, int unchanged) {

    public static UpdatedBatchCounts of(UpdatedBatch updated) {
        return new UpdatedBatchCounts(
                updated.total(),
                updated.extended(),
                updated.revived(),
                updated.overQuota(),
                updated.total() - updated.extended() - updated.revived() - updated.overQuota());
    }
}
