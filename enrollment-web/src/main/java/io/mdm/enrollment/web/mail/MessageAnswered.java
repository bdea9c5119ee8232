package io.mdm.enrollment.web.mail;

import java.time.Duration;

/**
 * The relay took or refused a message, or was lost over it. Fired as a CDI event each time.
 *
 * @param after the time since the message was begun, without any waiting for a turn to send
 */
public record MessageAnswered(Duration after) {}
