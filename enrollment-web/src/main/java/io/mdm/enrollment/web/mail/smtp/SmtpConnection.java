package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.web.mail.mime.RecipientAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Transport;
import java.time.Duration;

/** Connection to the relay: one transport, used for message after message. */
final class SmtpConnection implements InvitationMailer.Connection {
    private static final int AUTHENTICATED = 235;
    private static final RelayReply TAKEN = new RelayReply(SmtpStep.CONTENT, 250);
    private static final RelayLoss ENDED = new RelayLoss(SmtpStep.MAIL, false);

    private final Relay relay;
    private final Transport transport;
    private final Deadline deadline;

    private SmtpConnection(Relay relay, Transport transport) {
        this.relay = relay;
        this.transport = transport;
        this.deadline = new Deadline(relay.nanoTime());
    }

    static SmtpConnection open(Relay relay) throws RelayUnavailable {
        try {
            var connection = new SmtpConnection(relay, relay.session().getTransport("smtp"));
            connection.connect();
            return connection;
        } catch (NoSuchProviderException missing) {
            throw new RelayUnavailable("the server has no SMTP provider");
        }
    }

    @Override
    public RelayAnswer send(Invitation invitation) {
        var to = RecipientAddress.of(invitation.address(), relay.configuration().smtpUtf8());
        var progress = new SmtpProgress(deadline, relay.timeouts());
        var message = new RawMimeMessage(relay.session(), relay.mime().write(invitation, to), progress);
        progress.begin();
        long begun = System.nanoTime();
        try {
            transport.sendMessage(message, progress.envelope(to.text()));
            relay.pace().taken();
            return TAKEN;
        } catch (MessagingException failure) {
            return SmtpAnswers.ofMessage(failure, progress, transport);
        } catch (IllegalStateException notConnected) {
            // the transport noticed the end of the connection after the last message
            return ENDED;
        } finally {
            relay.answered().accept(new MessageAnswered(Duration.ofNanos(System.nanoTime() - begun)));
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException gone) {
            // it is closed either way, and what was sent was answered
        }
    }

    private void connect() throws RelayUnavailable {
        var configuration = relay.configuration();
        deadline.begin(relay.timeouts().envelope());
        DeadlineSockets.obey(deadline);
        try {
            transport.connect(
                    configuration.host(),
                    configuration.port(),
                    configuration.user().orElse(null),
                    configuration.password().orElse(null));
        } catch (MessagingException failure) {
            throw SmtpAnswers.onConnecting(failure, transport);
        }
        // Angus goes on without authentication where none is offered; every recipient would pay for it
        if (configuration.user().isPresent()
                && AngusReplies.lastCode(transport)
                        .filter(code -> code != AUTHENTICATED)
                        .isPresent()) {
            close();
            throw new RelayUnavailable("the relay offers no authentication");
        }
    }
}
