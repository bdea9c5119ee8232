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
import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import io.mdm.enrollment.web.mail.Examples;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A relay that says nothing, or a byte now and then, holds a worker no longer than the patience with one exchange. */
@Timeout(20)
class SmtpPatienceTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final FaultySmtpServer server = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    static Stream<Arguments> slownesses() {
        return Stream.of(CONNECT, "EHLO", "MAIL", "RCPT", "DATA", END_OF_DATA)
                .flatMap(event -> Stream.of(SILENCE, dribbled("250")).map(answer -> Arguments.of(event, answer)));
    }

    @ParameterizedTest(name = "{0}, {index}")
    @MethodSource("slownesses")
    void gives_up_a_relay_that_takes_too_long(String event, String answer) {
        server.on(event, answer);

        var moment = momentOf(() -> send(Tls.NONE));

        assertThat(moment).isEqualTo(event.equals(END_OF_DATA) ? DURING_MESSAGE : BEFORE_MESSAGE);
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
        var halfOfThePatience = FaultySmtpServer.slowly("250 fine");
        server.on("RCPT", halfOfThePatience, halfOfThePatience, halfOfThePatience);
        var relay = Relay.of(Examples.relayOn(server.port()), () -> Examples.NOW, PATIENCE, message -> {});
        try (var connection = SmtpConnection.open(relay)) {
            for (int i = 0; i < 3; i++) {
                assertThat(connection.send(Examples.to("ana@acme.example"))).isEqualTo(new RelayReply(250));
            }
        }
    }

    @Test
    void is_patient_for_a_minute() {
        assertThat(Relay.of(Examples.relayOn(server.port()), () -> Examples.NOW, message -> {})
                        .patience())
                .isEqualTo(Duration.ofMinutes(1));
    }

    private static RelayUnavailable.Moment momentOf(ThrowingCallable sending) {
        var unavailable = catchThrowableOfType(RelayUnavailable.class, sending);
        assertThat(unavailable).isNotNull();
        return unavailable.moment();
    }

    private void send(Tls tls) throws RelayUnavailable {
        var configuration = Examples.relayOn(server.port(), tls, Optional.empty());
        try (var connection =
                SmtpConnection.open(Relay.of(configuration, () -> Examples.NOW, PATIENCE, message -> {}))) {
            connection.send(Examples.to("ana@acme.example"));
        }
    }
}
