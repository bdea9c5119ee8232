package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.support.FaultySmtpServer.CONNECT;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static io.mdm.enrollment.support.FaultySmtpServer.SILENCE;
import static io.mdm.enrollment.support.FaultySmtpServer.dribbled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that says nothing, or a byte now and then, holds a worker no longer than the time limit of the step. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SmtpPatienceTest {
    private static final Duration SHORT = Duration.ofMillis(500);
    private static final Duration LONG = Patience.LIMIT;

    /** How much longer than the other steps. */
    private static final int ACCEPTANCE = 10;

    private final FaultySmtpServer server = FaultySmtpServer.started();

    /** Moved by the test, and so never by a busy machine. */
    private final AtomicLong time = new AtomicLong();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO"})
    void gives_up_a_relay_that_does_not_greet(String event) {
        server.on(event, SILENCE);

        assertThatThrownBy(() -> send(Tls.NONE)).isInstanceOf(RelayUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, MAIL", "RCPT, RCPT", "DATA, RCPT"})
    void gives_up_a_relay_that_says_nothing_to_a_command(String event, SmtpStep step) throws Exception {
        server.on(event, SILENCE);

        assertThat(send(Tls.NONE)).isEqualTo(new RelayLoss(step, true));
    }

    @Test
    void waits_longer_for_the_acceptance_of_a_message() throws Exception {
        server.before(END_OF_DATA, () -> time.addAndGet(LONG.toNanos() * 5));

        assertThat(sendWithTime()).isEqualTo(new RelayReply(SmtpStep.CONTENT, 250));
    }

    @Test
    void gives_up_a_relay_that_never_accepts_a_message() throws Exception {
        server.before("DATA", () -> time.addAndGet(LONG.minus(SHORT).toNanos()))
                .before(
                        END_OF_DATA,
                        () -> time.addAndGet(LONG.multipliedBy(ACCEPTANCE).toNanos()))
                .on(END_OF_DATA, dribbled("250"));

        assertThat(sendWithTime()).isEqualTo(new RelayLoss(SmtpStep.CONTENT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {CONNECT, "EHLO"})
    void gives_up_a_relay_whose_greeting_never_ends(String event) {
        server.before(event, () -> time.addAndGet(LONG.toNanos())).on(event, dribbled("250"));

        assertThatThrownBy(this::sendWithTime).isInstanceOf(RelayUnavailable.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, MAIL", "RCPT, RCPT", "DATA, RCPT"})
    void gives_up_a_relay_whose_answer_never_ends(String event, SmtpStep step) throws Exception {
        server.before(event, () -> time.addAndGet(LONG.toNanos())).on(event, dribbled("250"));

        assertThat(sendWithTime()).isEqualTo(new RelayLoss(step, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"STARTTLS", "OPTIONAL"})
    void gives_up_a_relay_that_takes_too_long_to_encrypt(Tls tls) {
        server.on("EHLO", "250-faulty.example\n250 STARTTLS").on("STARTTLS", "220 go on");

        assertThatThrownBy(() -> send(tls)).isInstanceOf(RelayUnavailable.class);
    }

    @Test
    void gives_up_a_relay_that_accepts_connections_and_never_speaks_tls() {
        server.on(CONNECT, SILENCE);

        assertThatThrownBy(() -> send(Tls.IMPLICIT)).isInstanceOf(RelayUnavailable.class);
    }

    @Test
    void has_the_same_patience_with_every_message() throws Exception {
        server.before("RCPT", () -> time.addAndGet(LONG.toNanos() / 2 + 1));
        try (var connection = SmtpConnection.open(relay(Tls.NONE, LONG, time::get))) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.send(MailExamples.to("ana@acme.example")))
                        .isEqualTo(new RelayReply(SmtpStep.CONTENT, 250));
            }
        }
    }

    @Test
    void waits_ten_minutes_for_the_acceptance_and_less_than_one_for_everything_before() {
        var timeouts = Relay.of(MailExamples.relayOn(server.port()), () -> MailExamples.NOW, message -> {})
                .timeouts();

        assertThat(timeouts.acceptance()).isEqualTo(Duration.ofMinutes(10));
        assertThat(timeouts.envelope()).isLessThan(Duration.ofMinutes(1));
        assertThat(timeouts.transfer()).isEqualTo(Duration.ofMinutes(1));
    }

    private RelayAnswer send(Tls tls) throws RelayUnavailable {
        return send(relay(tls, SHORT, System::nanoTime));
    }

    private RelayAnswer sendWithTime() throws RelayUnavailable {
        return send(relay(Tls.NONE, LONG, time::get));
    }

    private static RelayAnswer send(Relay relay) throws RelayUnavailable {
        try (var connection = SmtpConnection.open(relay)) {
            return connection.send(MailExamples.to("ana@acme.example"));
        }
    }

    private Relay relay(Tls tls, Duration patience, LongSupplier nanoTime) {
        var configuration = MailExamples.relayOn(server.port(), tls, Optional.empty());
        var timeouts = new SmtpTimeouts(patience, patience, patience.multipliedBy(ACCEPTANCE));
        return Relay.of(configuration, () -> MailExamples.NOW, timeouts, nanoTime, message -> {});
    }
}
