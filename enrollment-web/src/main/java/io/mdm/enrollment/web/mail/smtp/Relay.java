package io.mdm.enrollment.web.mail.smtp;

import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.mime.InvitationMime;
import io.mdm.enrollment.web.mail.mime.Sender;
import jakarta.mail.Session;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The configured relay, with the state that all connections of this node share.
 *
 * @param nanoTime against which the time limits are measured
 */
record Relay(
        MailConfiguration configuration,
        Session session,
        SmtpTimeouts timeouts,
        LongSupplier nanoTime,
        InvitationMime mime,
        SendingPace pace,
        Consumer<MessageAnswered> answered) {

    /** @throws IllegalArgumentException when the sender's addresses are not fit for use */
    static Relay of(MailConfiguration configuration, InstantSource clock, Consumer<MessageAnswered> answered) {
        return of(configuration, clock, SmtpTimeouts.DEFAULT, System::nanoTime, answered);
    }

    static Relay of(
            MailConfiguration configuration,
            InstantSource clock,
            SmtpTimeouts timeouts,
            LongSupplier nanoTime,
            Consumer<MessageAnswered> answered) {
        var sender = Sender.of(configuration);
        return new Relay(
                configuration,
                RelaySession.of(configuration, sender),
                timeouts,
                nanoTime,
                new InvitationMime(sender, clock),
                SendingPace.of(configuration.rate()),
                answered);
    }

    /** The same for a message for whose sender somebody waits. */
    Relay impatient() {
        return new Relay(configuration, session, SmtpTimeouts.IMPATIENT, nanoTime, mime, pace, answered);
    }

    /** Address of the sender, without a name. */
    String sender() {
        return session.getProperty(RelaySession.SENDER);
    }
}
