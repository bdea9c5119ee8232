package io.mdm.enrollment.web.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.OwnAuthority;
import io.mdm.enrollment.web.config.MailConfiguration;
import io.mdm.enrollment.web.config.MailConfiguration.Tls;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SmtpSecurityTest {
    private static final Optional<String> USER = Optional.of("mailbox");

    private final FaultySmtpServer server = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sends_nothing_in_clear_when_the_relay_lacks_the_required_starttls() {
        assertUnavailable(MailExamples.relayOn(server.port(), Tls.STARTTLS, USER));

        assertThat(server.commands()).allMatch(command -> command.startsWith("EHLO") || command.equals("QUIT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"454 TLS not available", "220 go on, in clear", FaultySmtpServer.DROP})
    void sends_nothing_in_clear_when_starttls_fails(String answer) {
        server.on("EHLO", "250-faulty.example\n250 STARTTLS")
                .on("STARTTLS", answer)
                .on("STARTTLS", answer);

        assertUnavailable(MailExamples.relayOn(server.port(), Tls.STARTTLS, USER));

        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH"));
    }

    @Test
    void sends_nothing_in_clear_when_implicit_tls_fails() {
        assertUnavailable(MailExamples.relayOn(server.port(), Tls.IMPLICIT, USER));

        assertThat(server.messages()).isEmpty();
    }

    @Test
    void sends_nothing_to_a_relay_whose_authority_the_jvm_does_not_trust(@TempDir Path files) throws IOException {
        var relay = OwnAuthority.in(files).startRelay(0);
        try {
            assertUnavailable(MailExamples.relayOn(relay.getSmtps().getPort(), Tls.IMPLICIT, USER));

            assertThat(relay.getReceivedMessages()).isEmpty();
        } finally {
            relay.stop();
        }
    }

    @Test
    void goes_without_tls_where_it_is_optional_and_not_offered() throws Exception {
        assertSends(MailExamples.relayOn(server.port(), Tls.OPTIONAL, Optional.empty()));

        assertThat(server.commands()).doesNotContain("STARTTLS");
    }

    @Test
    void asks_for_no_tls_where_none_is_wanted() throws Exception {
        server.on("EHLO", "250-faulty.example\n250 STARTTLS");

        assertSends(MailExamples.relayOn(server.port(), Tls.NONE, Optional.empty()));

        assertThat(server.commands()).doesNotContain("STARTTLS");
    }

    @Test
    void authenticates_when_a_user_is_configured() throws Exception {
        server.on("EHLO", "250-faulty.example\n250 AUTH PLAIN").on("AUTH", "235 welcome");

        assertSends(MailExamples.relayOn(server.port(), Tls.NONE, USER));

        assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH PLAIN"));
    }

    @Test
    void does_not_authenticate_without_a_user() throws Exception {
        server.on("EHLO", "250-faulty.example\n250 AUTH PLAIN");

        assertSends(MailExamples.relayOn(server.port(), Tls.NONE, Optional.empty()));

        assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"535 5.7.8 mailbox: wrong secret", "454 try later", "421 bye", FaultySmtpServer.DROP})
    void blames_the_relay_when_authentication_fails(String answer) {
        server.on("EHLO", "250-faulty.example\n250 AUTH PLAIN").on("AUTH", answer);

        assertUnavailable(MailExamples.relayOn(server.port(), Tls.NONE, USER));
    }

    @Test
    void names_the_mechanisms_of_both_sides_when_none_is_common() {
        server.on("EHLO", "250-faulty.example\n250 AUTH CRAM-MD5 GSSAPI");

        assertThatThrownBy(Mailers.of(MailExamples.relayOn(server.port(), Tls.NONE, USER))::connect)
                .isInstanceOf(RelayUnavailable.class)
                .hasMessageContaining("offers CRAM-MD5 GSSAPI and this server LOGIN PLAIN DIGEST-MD5");
    }

    @Test
    void blames_the_relay_when_it_offers_no_authentication() {
        assertUnavailable(MailExamples.relayOn(server.port(), Tls.NONE, USER));
    }

    @Test
    void blames_the_relay_when_nobody_listens() throws Exception {
        try (var bound = new Socket()) { // keeps the port to itself without listening
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            assertUnavailable(MailExamples.relayOn(bound.getLocalPort(), Tls.NONE, Optional.empty()));
        }
    }

    private static void assertSends(MailConfiguration configuration) throws RelayUnavailable {
        try (var connection = Mailers.of(configuration).connect()) {
            assertThat(connection.send(MailExamples.to("ana@acme.example")))
                    .isEqualTo(new RelayReply(SmtpStep.CONTENT, 250));
        }
    }

    private static void assertUnavailable(MailConfiguration configuration) {
        var mailer = Mailers.of(configuration);
        var unavailable = catchThrowableOfType(RelayUnavailable.class, mailer::connect);
        assertThat(unavailable).isNotNull().hasNoCause().hasMessageNotContainingAny("mailbox", "secret", "127.0.0.1");
    }
}
