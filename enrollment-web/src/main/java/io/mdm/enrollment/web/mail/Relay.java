package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The configured relay, and what all connections of this node to it share.
 *
 * @param patience with one exchange: to connect, or to hand over one message
 */
record Relay(
        MailConfiguration configuration, Session session, Duration patience, InvitationMime mime, SendingPace pace) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException when the sender's addresses are not fit for use */
    static Relay of(MailConfiguration configuration, InstantSource clock) {
        return of(configuration, clock, PATIENCE);
    }

    static Relay of(MailConfiguration configuration, InstantSource clock, Duration patience) {
        var sender = Sender.of(configuration);
        return new Relay(
                configuration,
                RelaySession.of(configuration, sender),
                patience,
                new InvitationMime(sender, clock),
                SendingPace.of(configuration.rate()));
    }
}
