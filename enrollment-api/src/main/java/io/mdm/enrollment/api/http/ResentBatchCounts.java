package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.ResentBatch;

/** Data of an answer to the resending of a batch: its tokens, the invitations queued now, and the rest. */
public record ResentBatchCounts(int total, int queued, int skipped) {

    public static ResentBatchCounts of(ResentBatch resent) {
        return new ResentBatchCounts(resent.total(), resent.queued(), resent.total() - resent.queued());
    }
}
