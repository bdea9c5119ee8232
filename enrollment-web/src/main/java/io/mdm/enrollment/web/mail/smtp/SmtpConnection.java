package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.BEFORE_MESSAGE;

import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.web.mail.mime.RecipientAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Transport;
import java.time.Duration;

/** Connection to the relay: one transport, used for message after message. */
final class SmtpConnection implements InvitationMailer.Connection {
    private static final int AUTHENTICATED = 235;
    private static final RelayReply TAKEN = new RelayReply(250);

    private final Relay relay;
    private final Transport transport;
    private final Deadline deadline;
    private boolean doubtful;

    private SmtpConnection(Relay relay, Transport transport) {
        this.relay = relay;
        this.transport = transport;
        this.deadline = new Deadline(relay.patience(), relay.nanoTime());
    }

    static SmtpConnection open(Relay relay) throws RelayUnavailable {
        try {
            var connection = new SmtpConnection(relay, relay.session().getTransport("smtp"));
            connection.connect();
            return connection;
        } catch (NoSuchProviderException missing) {
            throw new RelayUnavailable(BEFORE_MESSAGE, "the server has no SMTP provider");
        }
    }

    /**
     * @throws IllegalArgumentException when the invitation cannot be written as a message; the relay has heard nothing
     *     of it then, and the connection is as good as before
     */
    @Override
    public RelayReply send(Invitation invitation) throws RelayUnavailable {
        var to = RecipientAddress.of(invitation.address(), relay.configuration().smtpUtf8());
        var message = new RawMimeMessage(relay.session(), relay.mime().write(invitation, to));
        awaitTurn();
        deadline.begin();
        reconnectIfLost();
        long begun = System.nanoTime();
        try {
            transport.sendMessage(message, to.envelope());
            return TAKEN;
        } catch (MessagingException failure) {
            doubtful = true;
            return SmtpFailures.onMessage(failure, message);
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
        deadline.begin();
        DeadlineSockets.obey(deadline);
        try {
            transport.connect(
                    configuration.host(),
                    configuration.port(),
                    configuration.user().orElse(null),
                    configuration.password().orElse(null));
        } catch (MessagingException failure) {
            throw SmtpFailures.onConnecting(failure, transport);
        }
        // Angus goes on without authentication where none is offered; every recipient would pay for it
        if (configuration.user().isPresent()
                && AngusReplies.lastCode(transport)
                        .filter(code -> code != AUTHENTICATED)
                        .isPresent()) {
            close();
            throw new RelayUnavailable(BEFORE_MESSAGE, "the relay offers no authentication");
        }
    }

    /** After a refusal only, for asking costs a round trip: some relays hang up then, without a word. */
    private void reconnectIfLost() throws RelayUnavailable {
        if (doubtful && !transport.isConnected()) {
            connect();
        }
        doubtful = false;
    }

    private void awaitTurn() throws RelayUnavailable {
        try {
            relay.pace().awaitTurn();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RelayUnavailable(BEFORE_MESSAGE, "interrupted while waiting for a turn to send");
        }
    }
}
