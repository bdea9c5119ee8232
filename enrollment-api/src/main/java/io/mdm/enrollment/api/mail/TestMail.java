package io.mdm.enrollment.api.mail;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of a test mail.
 *
 * @param state {@link MailState#SENT} if the relay took it, else {@link MailState#FAILED}
 * @param lastReply reply code of the relay; null if there was none
 */
public record TestMail(MailState state, @Nullable String lastReply) {}
