package io.mdm.enrollment.domain.retention;

import java.time.Instant;

/**
 * Stored rows whose retention period is over. Each call is a transaction of its own that changes at most so many rows,
 * the oldest first.
 */
public interface ExpiredRows {

    /**
     * Erases whose the tokens are that could no longer be used at that instant.
     *
     * @return how many there were
     */
    int erasePeople(Instant endedBefore, int limit);

    /**
     * Erases the rejected addresses, then the names, of batches that had expired at that instant.
     *
     * @return how many rejections or batches there were
     */
    int eraseBatches(Instant expiredBefore, int limit);

    /**
     * Removes what belongs to batches that had expired at that instant, in the end the batches.
     *
     * @return how many tokens, rejections or batches there were
     */
    int removeBatches(Instant expiredBefore, int limit);

    /**
     * Forgets whom a relay refused up to that instant.
     *
     * @return how many there were
     */
    int removeSuppressions(Instant before, int limit);

    /**
     * Removes the audit record up to that instant.
     *
     * @return how many entries there were
     */
    int removeAudit(Instant before, int limit);

    /**
     * Removes the receipts of requests with an idempotency key that were answered before that instant.
     *
     * @return how many there were
     */
    int removeReceipts(Instant before, int limit);

    /**
     * Removes events for webhooks that happened before that instant.
     *
     * @return how many rows of events there were
     */
    int removeEvents(Instant before, int limit);

    /**
     * Removes guesses and recipients that no longer count towards a limit.
     *
     * @return how many rows there were
     */
    int removeLapsedCounts(int limit);
}
