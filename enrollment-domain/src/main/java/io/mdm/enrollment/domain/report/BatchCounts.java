package io.mdm.enrollment.domain.report;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tokens and promised invitations of a batch by state.
 *
 * @param mails absent states are 0
 */
public record BatchCounts(Map<MailState, Integer> mails, TokenCounts tokens) {
    /** Of a batch without tokens. */
    public static final BatchCounts NONE = new BatchCounts(Map.of(), new TokenCounts(0, 0, 0, 0));

    public BatchCounts {
        mails = Map.copyOf(mails);
    }

    /** Whether the batch's mails should have left more than a day ago and none has. */
    boolean isOverdue(EnrollmentBatch batch, Instant now) {
        return batch.isLongOverdue(now)
                && mails.getOrDefault(MailState.QUEUED, 0) > 0
                && !mails.containsKey(MailState.SENT)
                && !mails.containsKey(MailState.DEFERRED);
    }

    /** Invitations of the batch, together with those that were not asked for. */
    Map<MailState, Integer> mailsOf(EnrollmentBatch batch) {
        var all = new EnumMap<MailState, Integer>(MailState.class);
        all.putAll(mails);
        int promised = mails.values().stream().mapToInt(Integer::intValue).sum();
        if (promised < batch.success()) {
            all.put(MailState.NOT_REQUESTED, batch.success() - promised);
        }
        return all;
    }
}
