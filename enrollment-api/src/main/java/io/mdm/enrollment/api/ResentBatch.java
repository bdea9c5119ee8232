package io.mdm.enrollment.api;

/**
 * The invitations of a bulk request promised once more.
 *
 * @param total how many tokens the request created
 * @param queued how many invitations were promised now
 */
public record ResentBatch(int total, int queued) {}
