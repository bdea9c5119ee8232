package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.api.InvitationMailer;
import io.mdm.enrollment.api.RelayUnavailable;
import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.time.Clock;

/** Mails invitations through the configured relay (RFC 6409). */
@ApplicationScoped
class SmtpInvitationMailer implements InvitationMailer {
    private Session session;
    private InvitationMime mime;
    private SendingPace pace;

    @Inject
    MailConfiguration configuration;

    @Inject
    Clock clock;

    @PostConstruct
    void prepare() {
        var sender = Sender.of(configuration);
        session = RelaySession.of(configuration, sender);
        mime = new InvitationMime(sender, clock);
        pace = SendingPace.of(configuration.rate());
    }

    @Override
    public Connection connect() throws RelayUnavailable {
        return SmtpConnection.open(configuration, session, mime, pace);
    }
}
