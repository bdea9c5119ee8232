package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class EnvelopeTest {
    private final FaultySmtpServer server = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void addresses_a_domain_by_its_a_labels() throws Exception {
        send("ana@xn--strae-oqa.de", relay("Acme <enroll@mdm.acme.example>", false));

        assertThat(server.commands()).contains("RCPT TO:<ana@xn--strae-oqa.de>");
        assertThat(server.messages().get(0)).contains("\r\nTo: ana@xn--strae-oqa.de\r\n");
    }

    @Test
    void sends_from_the_bare_address() throws Exception {
        send("ana@acme.example", relay("\"Acme, Inc.\" <enroll@mdm.acme.example>", false));

        assertThat(server.commands()).contains("MAIL FROM:<enroll@mdm.acme.example>");
        assertThat(server.messages().get(0)).contains("\r\nFrom: \"Acme, Inc.\" <enroll@mdm.acme.example>\r\n");
    }

    @Test
    void sends_answers_to_the_organization_unless_reply_to_is_configured() throws Exception {
        send("ana@acme.example", relay("enroll@mdm.acme.example", false));

        assertThat(server.messages().get(0)).contains("\r\nReply-To: it@acme.example\r\n");
    }

    @Test
    void sends_a_local_part_beyond_ascii_where_that_is_switched_on() throws Exception {
        server.on("EHLO", "250-faulty.example\n250 SMTPUTF8");

        send("añá@acme.example", relay("enroll@mdm.acme.example", true));

        assertThat(server.commands())
                .contains("MAIL FROM:<enroll@mdm.acme.example> SMTPUTF8", "RCPT TO:<añá@acme.example>");
        assertThat(server.messages().get(0)).contains("\r\nTo: añá@acme.example\r\n");
    }

    @Test
    void sends_every_line_of_a_message_that_begins_with_a_dot() throws Exception {
        try (var connection =
                Mailers.of(relay("enroll@mdm.acme.example", false)).connect()) {
            connection.send(MailExamples.wording(Language.EN, "Acme", null, ".".repeat(200)));
        }

        assertThat(server.messages().get(0)).contains("\r\n.....");
        assertThat(server.messages().get(0).replace("=\r\n", "")).contains("| " + ".".repeat(200) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "enroll@ácme.example",
                "a@acme.example, b@acme.example",
                "a@acme.example\r\nBcc: b@c.example"
            })
    void refuses_a_sender_that_is_none(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Relay.of(relay(from, false), Clock.systemUTC(), message -> {}));
    }

    private void send(String address, MailConfiguration relay) throws RelayUnavailable {
        try (var connection = Mailers.of(relay).connect()) {
            assertThat(connection.send(MailExamples.to(address))).isEqualTo(new RelayReply(SmtpStep.CONTENT, 250));
        }
    }

    private MailConfiguration relay(String from, boolean smtpUtf8) {
        return new MailConfiguration(
                "127.0.0.1",
                server.port(),
                from,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                MailConfiguration.Tls.NONE,
                OptionalInt.empty(),
                smtpUtf8);
    }
}
