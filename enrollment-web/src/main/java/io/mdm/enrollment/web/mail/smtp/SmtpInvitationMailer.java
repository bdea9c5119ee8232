package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.api.mail.WrittenInvitation;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Invitation mailer through the configured relay (RFC 6409). */
@ApplicationScoped
class SmtpInvitationMailer implements InvitationMailer {
    /** As many at once that no place for other requests is taken away. */
    private static final int MAX_AT_ONCE = 2;

    private final Semaphore atOnce = new Semaphore(MAX_AT_ONCE);
    private final Relay relay;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    SmtpInvitationMailer() {
        this((Relay) null);
    }

    @Inject
    SmtpInvitationMailer(MailConfiguration configuration, ModuleClock clock, Event<MessageAnswered> answered) {
        this(Relay.of(configuration, clock, answered::fire));
    }

    SmtpInvitationMailer(Relay relay) {
        this.relay = relay;
    }

    /**
     * Fails the deployment on a server that does not tell reply codes: each refused address would look like a lost
     * relay there and hold up all invitations behind it.
     */
    void checkServer(@Observes @Initialized(ApplicationScoped.class) Object application) {
        AngusReplies.check(relay.session());
    }

    @Override
    public void awaitTurn(Runnable meanwhile) throws InterruptedException {
        relay.pace().awaitTurn(meanwhile);
    }

    @Override
    public Duration slowDown() {
        return relay.pace().slowDown();
    }

    @Override
    public String sender() {
        return relay.sender();
    }

    @Override
    public RelayAnswer sendAtOnce(Invitation invitation) throws RelayUnavailable {
        if (!atOnce.tryAcquire()) {
            throw new RelayUnavailable("others are served");
        }
        try {
            awaitTurn(() -> {});
            try (var connection = SmtpConnection.open(relay.impatient())) {
                return connection.send(invitation);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RelayUnavailable("the node stops");
        } finally {
            atOnce.release();
        }
    }

    @Override
    public WrittenInvitation write(Invitation invitation) {
        return relay.mime().read(invitation);
    }

    @Override
    public Connection connect() throws RelayUnavailable {
        return SmtpConnection.open(relay);
    }
}
