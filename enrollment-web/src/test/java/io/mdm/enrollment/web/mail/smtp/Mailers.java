package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.MailExamples;

/** Mailers as the container would make them. */
final class Mailers {
    private Mailers() {}

    static InvitationMailer of(MailConfiguration configuration) {
        return new SmtpInvitationMailer(configuration, () -> MailExamples.NOW, new InMemoryEvent<>());
    }
}
