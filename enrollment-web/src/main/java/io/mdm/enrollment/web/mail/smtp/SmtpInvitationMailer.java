package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Invitation mailer through the configured relay (RFC 6409). */
@ApplicationScoped
class SmtpInvitationMailer implements InvitationMailer {
    private final Relay relay;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    SmtpInvitationMailer() {
        relay = null;
    }

    @Inject
    SmtpInvitationMailer(MailConfiguration configuration, ModuleClock clock, Event<MessageAnswered> answered) {
        relay = Relay.of(configuration, clock, answered::fire);
    }

    @Override
    public Connection connect() throws RelayUnavailable {
        return SmtpConnection.open(relay);
    }
}
