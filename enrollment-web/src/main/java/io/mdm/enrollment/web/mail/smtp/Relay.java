package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.mime.InvitationMime;
import io.mdm.enrollment.web.mail.mime.Sender;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The configured relay, with the state that all connections of this node share.
 *
 * @param patience with one exchange: to connect, or to hand over one message
 * @param nanoTime against which it is measured
 */
record Relay(
        MailConfiguration configuration,
        Session session,
        Duration patience,
        LongSupplier nanoTime,
        InvitationMime mime,
        SendingPace pace,
        Consumer<MessageAnswered> answered) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @throws IllegalArgumentException when the sender's addresses are not fit for use */
    static Relay of(MailConfiguration configuration, InstantSource clock, Consumer<MessageAnswered> answered) {
        return of(configuration, clock, PATIENCE, System::nanoTime, answered);
    }

    static Relay of(
            MailConfiguration configuration,
            InstantSource clock,
            Duration patience,
            LongSupplier nanoTime,
            Consumer<MessageAnswered> answered) {
        var sender = Sender.of(configuration);
        return new Relay(
                configuration,
                RelaySession.of(configuration, sender),
                patience,
                nanoTime,
                new InvitationMime(sender, clock),
                SendingPace.of(configuration.rate()),
                answered);
    }
}
