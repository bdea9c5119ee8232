package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: one enrollment token was created. Fired once per token, inside the creating transaction; carries neither
 * address nor credential. Observe it with {@code TransactionPhase.AFTER_SUCCESS} to act on committed tokens only, and
 * prefer {@link EnrollmentBatchCreated}: a bulk fires this one up to 100 000 times.
 */
public record EnrollmentTokenCreated(String organizationId, String batchId, String tokenId, Instant createdAt) {}
