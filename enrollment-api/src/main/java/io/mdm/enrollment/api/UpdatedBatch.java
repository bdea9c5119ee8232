package io.mdm.enrollment.api;

/**
 * Result of changing a bulk request.
 *
 * @param total tokens that the request created
 * @param extended live tokens that end later than before
 * @param revived expired tokens that are live again
 * @param overQuota expired tokens for which the organization's quota had no room
 */
public record UpdatedBatch(int total, int extended, int revived, int overQuota) {}
