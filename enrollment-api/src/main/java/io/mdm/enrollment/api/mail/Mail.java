package io.mdm.enrollment.api.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One invitation.
 *
 * @param attempts attempts that the relay accepted, deferred or rejected
 * @param lastReply last reply code of the relay (RFC 5321, section 4.2); if there was no attempt, the reply that put
 *     the recipient on the suppression list; null before the first
 * @param sentAt null unless sent
 * @param nextAttemptAt null unless queued or deferred
 */
public record Mail(
        MailState state,
        int attempts,
        @Nullable String lastReply,
        @Nullable Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant nextAttemptAt) {
    /** Of a token whose request did not ask for a mail. */
    public static final Mail NOT_REQUESTED = new Mail(MailState.NOT_REQUESTED, 0, null, null, null, null);
}
