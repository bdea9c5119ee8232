package io.mdm.enrollment.web.mail;

import io.mdm.enrollment.web.config.MailConfiguration;
import jakarta.mail.Session;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The configured relay, and what all connections of this node to it share. */
record Relay(
        MailConfiguration configuration,
        Session session,
        InvitationMime mime,
        SendingPace pace,
        Consumer<MessageAnswered> answered) {

    /** @throws IllegalArgumentException when the sender's addresses are not fit for use */
    static Relay of(MailConfiguration configuration, InstantSource clock, Consumer<MessageAnswered> answered) {
        var sender = Sender.of(configuration);
        return new Relay(
                configuration,
                RelaySession.of(configuration, sender),
                new InvitationMime(sender, clock),
                SendingPace.of(configuration.rate()),
                answered);
    }
}
