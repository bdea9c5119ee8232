package io.mdm.enrollment.api;

import java.time.Instant;

/**
 * CDI event: nothing of a bulk request is left to be mailed. Fired once per bulk request, inside the transaction that
 * records it: when the last of its invitations has been sent, has failed or is no longer wanted, or when it is created,
 * if it mails nobody. Resends and reminders that come later do not fire it again.
 *
 * @param total recipients of the request
 * @param tokens how many of them got a token
 * @param sent how many of them have been mailed
 * @param failed how many invitations have failed or were no longer wanted
 */
public record EnrollmentBatchCompleted(
        String organizationId, String batchId, int total, int tokens, int sent, int failed, Instant completedAt) {}
