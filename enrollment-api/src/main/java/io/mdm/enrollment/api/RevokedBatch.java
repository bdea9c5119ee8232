package io.mdm.enrollment.api;

/**
 * Result of revoking a bulk request.
 *
 * @param total tokens that the request created
 * @param revoked tokens that were pending, expired ones included
 */
public record RevokedBatch(int total, int revoked) {}
