package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * One enrollment token was created. Fired as a CDI event once per token, inside the transaction that creates it: observe
 * it with {@code TransactionPhase.AFTER_SUCCESS} to act only on tokens that exist. It carries no address and no credential.
 */
public record EnrollmentTokenCreated(String organizationId, String batchId, String tokenId, Instant createdAt) {}
