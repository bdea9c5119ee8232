package io.mdm.enrollment.web.mail.smtp;

import java.time.Duration;

/**
 * Time limits of the steps of a message. Each bounds a step as a whole, because a relay that sends a byte now and then
 * never exceeds the time for a single read.
 *
 * @param envelope to connect, or from MAIL to the announcement of the message
 * @param transfer of the message
 * @param acceptance after the final dot: a relay that is given up too early delivers the message, and is sent it again
 *     (RFC 5321, section 4.5.3.2.6)
 */
record SmtpTimeouts(Duration envelope, Duration transfer, Duration acceptance) {
    static final SmtpTimeouts DEFAULT =
            new SmtpTimeouts(Duration.ofSeconds(45), Duration.ofSeconds(60), Duration.ofMinutes(10));

    /** Together 15 s with the connection, for a message of which nobody minds whether it arrives twice. */
    static final SmtpTimeouts IMPATIENT =
            new SmtpTimeouts(Duration.ofSeconds(4), Duration.ofSeconds(3), Duration.ofSeconds(4));
}
