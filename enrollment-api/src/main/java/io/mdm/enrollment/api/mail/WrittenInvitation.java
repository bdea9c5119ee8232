package io.mdm.enrollment.api.mail;

import org.jspecify.annotations.Nullable;

/**
 * Invitation as its recipient would read it.
 *
 * @param from sender, with a display name if there is one
 * @param replyTo whom an answer reaches; null for the sender
 * @param text plain text, lines separated by {@code \n}
 * @param html the whole document
 */
public record WrittenInvitation(
        String subject, String from, @Nullable String replyTo, String text, String html) {

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "WrittenInvitation";
    }
}
