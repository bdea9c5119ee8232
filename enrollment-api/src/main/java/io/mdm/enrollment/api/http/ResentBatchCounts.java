package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.ResentBatch;

/** The data of an answer to the resending of a bulk: its tokens, invitations promised now, and the rest. */
public record ResentBatchCounts(int total, int queued, int skipped) {

    public static ResentBatchCounts of(ResentBatch resent) {
        return new ResentBatchCounts(resent.total(), resent.queued(), resent.total() - resent.queued());
    }
}
