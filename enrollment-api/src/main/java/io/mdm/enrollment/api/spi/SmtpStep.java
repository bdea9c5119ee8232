package io.mdm.enrollment.api.spi;

/** Step of an SMTP transaction with one recipient (RFC 5321, section 3.3). */
public enum SmtpStep {
    /** The sender is named. */
    MAIL,
    /** The recipient is named. */
    RCPT,
    /** The message is announced. */
    DATA,
    /** The message is transferred, up to its final dot. From here on the relay may hold it. */
    CONTENT
}
