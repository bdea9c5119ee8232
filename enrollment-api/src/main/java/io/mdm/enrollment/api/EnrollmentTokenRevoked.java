package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: an enrollment token was revoked, by itself or with others, because its person was erased, or because a
 * later request replaced it. Fired once per token, inside the revoking transaction; carries neither address nor
 * credential. A request that revokes a batch fires it up to 100 000 times.
 */
public record EnrollmentTokenRevoked(String organizationId, String batchId, String tokenId, Instant revokedAt) {}
