package io.mdm.enrollment.api;

/**
 * Result of resending the invitations of a bulk request.
 *
 * @param total tokens the request created
 * @param queued invitations queued by this call
 * @param tooSoon invitations left out only because they were resent within the configured interval
 */
public record ResentBatch(int total, int queued, int tooSoon) {}
