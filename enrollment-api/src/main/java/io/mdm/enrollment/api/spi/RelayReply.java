package io.mdm.enrollment.api.spi;

/**
 * Reply of the relay to one message.
 *
 * @param code the three digits of the reply (RFC 5321, section 4.2)
 * @param enhancedStatus the enhanced status code, such as {@code 5.1.1} (RFC 3463); empty if the relay gave none
 */
public record RelayReply(SmtpStep step, int code, String enhancedStatus) implements RelayAnswer {
    /** Service closing the connection (RFC 5321, section 3.8). */
    private static final int CLOSING = 421;

    /** A reply without an enhanced status code. */
    public RelayReply(SmtpStep step, int code) {
        this(step, code, "");
    }

    /** The relay has taken over the message. */
    public boolean accepted() {
        return code >= 200 && code < 300;
    }

    /** The relay will never take the message for this recipient. */
    public boolean refused() {
        return code >= 500;
    }

    @Override
    public boolean endsConnection() {
        return code == CLOSING;
    }

    /** Code, enhanced status code and step: nothing personal. */
    @Override
    public String toString() {
        return "the relay answered " + code + (enhancedStatus.isEmpty() ? "" : " " + enhancedStatus) + " at " + step;
    }
}
