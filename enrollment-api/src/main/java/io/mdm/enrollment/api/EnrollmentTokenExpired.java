package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: an enrollment token expired. Fired once for each expiry, within seconds of it, in a transaction of the
 * module's own; carries neither address nor credential. A token that is given more time afterwards can be redeemed
 * again, and may expire again. For one that is redeemed or revoked it is not fired.
 *
 * @param expiredAt the first instant at which it could no longer be redeemed
 */
public record EnrollmentTokenExpired(String organizationId, String batchId, String tokenId, Instant expiredAt) {}
