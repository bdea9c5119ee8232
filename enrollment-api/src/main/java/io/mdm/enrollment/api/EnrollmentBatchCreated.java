package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: one batch was created, by a bulk request or a single one. Fired once, inside the creating transaction;
 * carries neither address nor credential. Observe it with {@code TransactionPhase.AFTER_SUCCESS} to act on committed
 * batches only.
 *
 * @param tokens how many tokens it has; 0 when no recipient was admitted
 */
public record EnrollmentBatchCreated(String organizationId, String batchId, int tokens, Instant createdAt) {}
