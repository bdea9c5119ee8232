package io.mdm.enrollment.api;

/**
 * What the relay answered to one message.
 *
 * @param code the three digits of the reply (RFC 5321, section 4.2)
 */
public record RelayReply(int code) {

    /** The relay has taken over the message. */
    public boolean accepted() {
        return code >= 200 && code < 300;
    }

    /** The relay will never take the message for this recipient. */
    public boolean refused() {
        return code >= 500;
    }
}
