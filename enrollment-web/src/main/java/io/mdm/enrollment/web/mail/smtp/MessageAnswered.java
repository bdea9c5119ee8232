package io.mdm.enrollment.web.mail.smtp;

import java.time.Duration;

/**
 * CDI event: the relay took or refused a message, or was lost over it.
 *
 * @param after the time since the message was begun, without any waiting for a turn to send
 */
public record MessageAnswered(Duration after) {}
