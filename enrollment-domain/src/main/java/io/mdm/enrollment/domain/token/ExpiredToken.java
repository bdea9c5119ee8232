package io.mdm.enrollment.domain.token;

import java.time.Instant;

/**
 * Pending token that has expired.
 *
 * @param expiredAt the first instant at which it could no longer be redeemed
 */
public record ExpiredToken(String organizationId, String batchId, String id, Instant expiredAt) {}
