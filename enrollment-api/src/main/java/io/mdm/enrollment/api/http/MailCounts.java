package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.mail.MailState;
import java.util.Map;

/** Invitations of a batch in each state. */
public record MailCounts(int queued, int deferred, int sent, int failed, int notRequested) {

    static MailCounts of(Map<MailState, Integer> mails) {
        return new MailCounts(
                mails.getOrDefault(MailState.QUEUED, 0),
                mails.getOrDefault(MailState.DEFERRED, 0),
                mails.getOrDefault(MailState.SENT, 0),
                mails.getOrDefault(MailState.FAILED, 0),
                mails.getOrDefault(MailState.NOT_REQUESTED, 0));
    }
}
