package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code mail.rate}, with the mailer as it is and the time as it passes. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SendingRateTest {
    private static final int RATE = 50;
    private static final int CONNECTIONS = 4;
    private static final int EACH = 25;
    private static final double ALL_INTERVALS = (CONNECTIONS * EACH - 1) / (double) RATE;

    private final FaultySmtpServer relay = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        relay.close();
    }

    @Test
    void all_connections_together_keep_the_rate() {
        var mailer = Mailers.of(limited(MailExamples.relayOn(relay.port())));
        long begun = System.nanoTime();
        var workers = Stream.generate(() -> CompletableFuture.runAsync(() -> sendAll(mailer), this::inThread))
                .limit(CONNECTIONS)
                .toList();
        workers.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - begun) / 1e9;

        assertThat(relay.messages()).hasSize(CONNECTIONS * EACH);
        assertThat(seconds).isGreaterThanOrEqualTo(ALL_INTERVALS);
    }

    private static void sendAll(InvitationMailer mailer) {
        try (var connection = mailer.connect()) {
            for (int i = 0; i < EACH; i++) {
                mailer.awaitTurn(() -> {});
                connection.send(MailExamples.to("ana@acme.example"));
            }
        } catch (RelayUnavailable | InterruptedException lost) {
            throw new IllegalStateException(lost);
        }
    }

    private void inThread(Runnable work) {
        new Thread(work).start();
    }

    private static MailConfiguration limited(MailConfiguration plain) {
        return new MailConfiguration(
                plain.host(),
                plain.port(),
                plain.from(),
                Set.of(),
                plain.replyTo(),
                plain.user(),
                plain.password(),
                plain.tls(),
                OptionalInt.of(RATE),
                plain.smtpUtf8());
    }
}
