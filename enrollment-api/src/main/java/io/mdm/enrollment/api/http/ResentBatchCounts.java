package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.ResentBatch;

/**
 * Data of an answer to the resending of a batch: its tokens, the invitations queued now, the rest, and how many of the
 * rest were resent a moment ago.
 */
public record ResentBatchCounts(int total, int queued, int skipped, int tooSoon) {

    public static ResentBatchCounts of(ResentBatch resent) {
        return new ResentBatchCounts(
                resent.total(), resent.queued(), resent.total() - resent.queued(), resent.tooSoon());
    }
}
