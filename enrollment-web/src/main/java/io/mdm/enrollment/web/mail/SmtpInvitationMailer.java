package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Mails invitations through the configured relay (RFC 6409). */
@ApplicationScoped
class SmtpInvitationMailer implements InvitationMailer {

    @SuppressWarnings("NullAway.Init")
    private Relay relay;

    @Inject
    MailConfiguration configuration;

    @Inject
    ModuleClock clock;

    @Inject
    Event<MessageAnswered> answered;

    @PostConstruct
    void prepare() {
        relay = Relay.of(configuration, clock, answered::fire);
    }

    @Override
    public Connection connect() throws RelayUnavailable {
        return SmtpConnection.open(relay);
    }
}
