package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Instant;
import java.util.Map;

/**
 * One bulk in a list.
 *
 * @param expireAt first instant at which its tokens can no longer be redeemed, but for those extended one by one
 * @param mails invitations by state; absent states are 0
 * @param tokens tokens by state
 * @param paused whether its invitations are held
 */
public record BatchSummary(
        String batchId,
        Instant createdAt,
        String createdBy,
        EnrollmentSettings settings,
        Instant expireAt,
        int total,
        int success,
        int fail,
        Map<MailState, Integer> mails,
        TokenCounts tokens,
        boolean paused) {}
