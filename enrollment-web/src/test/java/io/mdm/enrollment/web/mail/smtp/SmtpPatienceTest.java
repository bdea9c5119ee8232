package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.BEFORE_MESSAGE;
import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.DURING_MESSAGE;
import static io.mdm.enrollment.support.FaultySmtpServer.CONNECT;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static io.mdm.enrollment.support.FaultySmtpServer.SILENCE;
import static io.mdm.enrollment.support.FaultySmtpServer.dribbled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that says nothing, or a byte now and then, holds a worker no longer than the patience with one exchange. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SmtpPatienceTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Patience.LIMIT;

    private final FaultySmtpServer server = FaultySmtpServer.started();

    /** Moved by the test, and so never by a busy machine. */
    private final AtomicLong time = new AtomicLong();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO", "MAIL", "RCPT", "DATA"})
    void gives_up_a_relay_that_says_nothing(String event) {
        server.on(event, SILENCE);

        assertThat(momentOf(() -> send(Tls.NONE))).isEqualTo(BEFORE_MESSAGE);
    }

    @Test
    void gives_up_a_relay_that_says_nothing_to_the_end_of_a_message() {
        server.before("DATA", () -> time.addAndGet(LONG.minus(SHORT).toNanos())).on(END_OF_DATA, SILENCE);

        assertThat(momentOf(this::sendWithTime)).isEqualTo(DURING_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO", "MAIL", "RCPT", "DATA", END_OF_DATA})
    void gives_up_a_relay_that_never_ends_an_answer(String event) {
        server.before(event, () -> time.addAndGet(LONG.toNanos())).on(event, dribbled("250"));

        assertThat(momentOf(this::sendWithTime)).isEqualTo(event.equals(END_OF_DATA) ? DURING_MESSAGE : BEFORE_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS", "OPTIONAL"})
    void gives_up_a_relay_that_takes_too_long_to_encrypt(Tls tls) {
        server.on("EHLO", "250-faulty.example\n250 STARTTLS").on("STARTTLS", "220 go on");

        assertThat(momentOf(() -> send(tls))).isEqualTo(BEFORE_MESSAGE);
    }

    @Test
    void gives_up_a_relay_that_accepts_connections_and_never_speaks_tls() {
        server.on(CONNECT, SILENCE);

        assertThat(momentOf(() -> send(Tls.IMPLICIT))).isEqualTo(BEFORE_MESSAGE);
    }

    @Test
    void has_the_same_patience_with_every_message() throws Exception {
        server.before("RCPT", () -> time.addAndGet(LONG.toNanos() / 2 + 1));
        try (var connection = SmtpConnection.open(relay(Tls.NONE, LONG, time::get))) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.send(MailExamples.to("ana@acme.example"))).isEqualTo(new RelayReply(250));
            }
        }
    }

    @Test
    void is_patient_for_a_minute() {
        assertThat(Relay.of(MailExamples.relayOn(server.port()), () -> MailExamples.NOW, message -> {})
                        .patience())
                .isEqualTo(Duration.ofMinutes(1));
    }

    private static RelayUnavailable.Moment momentOf(ThrowingCallable sending) {
        var unavailable = catchThrowableOfType(RelayUnavailable.class, sending);
        assertThat(unavailable).isNotNull();
        return unavailable.moment();
    }

    private void send(Tls tls) throws RelayUnavailable {
        send(relay(tls, SHORT, System::nanoTime));
    }

    private void sendWithTime() throws RelayUnavailable {
        send(relay(Tls.NONE, LONG, time::get));
    }

    private static void send(Relay relay) throws RelayUnavailable {
        try (var connection = SmtpConnection.open(relay)) {
            connection.send(MailExamples.to("ana@acme.example"));
        }
    }

    private Relay relay(Tls tls, Duration patience, LongSupplier nanoTime) {
        var configuration = MailExamples.relayOn(server.port(), tls, Optional.empty());
        return Relay.of(configuration, () -> MailExamples.NOW, patience, nanoTime, message -> {});
    }
}
