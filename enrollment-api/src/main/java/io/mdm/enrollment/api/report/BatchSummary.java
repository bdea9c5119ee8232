package io.mdm.enrollment.api.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One bulk in a list.
 *
 * @param expireAt first instant at which its tokens can no longer be redeemed, but for those extended one by one
 * @param mails invitations by state; absent states are 0
 * @param tokens tokens by state
 * @param paused whether its invitations are held
 * @param sendAt when its tokens begin to work and its mails leave; null for at once
 * @param overdue whether its mails should have left more than a day ago and none has: they wait for a new time
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
        boolean paused,
        @Nullable Instant sendAt,
        boolean overdue) {}
