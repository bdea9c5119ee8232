package io.mdm.enrollment.api.spi;

import java.util.Set;

/**
 * Reply of the relay to one message.
 *
 * @param code the three digits of the reply (RFC 5321, section 4.2)
 * @param subject the part of the message that was answered
 */
public record RelayReply(int code, Subject subject) {
    /** Unavailable, not local, name not allowed (RFC 5321, section 4.2.3): the mailbox cannot be reached. */
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    /** Subject of a reply. */
    public enum Subject {
        /** The recipient's address (RCPT). */
        MAILBOX,
        /** The message, or anything else that may be wrong. */
        MESSAGE
    }

    /** A reply to the message. */
    public RelayReply(int code) {
        this(code, Subject.MESSAGE);
    }

    public static RelayReply toMailbox(int code) {
        return new RelayReply(code, Subject.MAILBOX);
    }

    /** The relay has taken over the message. */
    public boolean accepted() {
        return code >= 200 && code < 300;
    }

    /** The relay will never take the message for this recipient. */
    public boolean refused() {
        return code >= 500;
    }

    /** The relay will take no message at all for this recipient. */
    public boolean refusesMailbox() {
        return subject == Subject.MAILBOX && NO_MAILBOX.contains(code);
    }
}
