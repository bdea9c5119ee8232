package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.support.FaultySmtpServer.CONNECT;
import static io.mdm.enrollment.support.FaultySmtpServer.DROP;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static io.mdm.enrollment.support.FaultySmtpServer.thenDrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.RelayAnswer;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.web.mail.MailExamples;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SmtpOutcomeTest {
    private static final RelayReply TAKEN = new RelayReply(SmtpStep.CONTENT, 250);

    private final FaultySmtpServer server = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sends_all_messages_over_one_connection() throws Exception {
        try (var connection = connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(send(connection)).isEqualTo(TAKEN);
            }
        }

        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.messages()).hasSize(3);
        assertThat(server.commands())
                .startsWith(
                        "EHLO mdm.acme.example", "MAIL FROM:<enroll@mdm.acme.example>", "RCPT TO:<ana@acme.example>");
        Patience.await("a farewell")
                .untilAsserted(() -> assertThat(server.commands()).endsWith("QUIT"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, MAIL",
        "RCPT, RCPT",
        "DATA, DATA",
        "., CONTENT",
    })
    void tells_what_the_relay_said_at_which_step_and_goes_on(String event, SmtpStep step) throws Exception {
        for (int code : new int[] {450, 451, 452, 454, 499, 501, 503, 530, 550, 552, 553, 554, 599}) {
            server.on(event, code + " 5.1.10 <ana@acme.example> is not liked");
            try (var connection = connection()) {
                assertThat(send(connection)).isEqualTo(new RelayReply(step, code, "5.1.10"));
                assertThat(send(connection)).isEqualTo(TAKEN);
            }
        }
        assertThat(server.connections()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"MAIL, MAIL", "RCPT, RCPT", "DATA, DATA", "., CONTENT"})
    void tells_a_reply_after_which_the_relay_hangs_up(String event, SmtpStep step) throws Exception {
        server.on(event, thenDrop("421 4.7.0 too many messages"));
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(new RelayReply(step, 421, "4.7.0"));
            assertThat(send(connection)).isEqualTo(new RelayLoss(SmtpStep.MAIL, false));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550-5.1.1 no such~550 5.1.1 user, 5.1.1",
        "550 5.1.10 no such user, 5.1.10",
        "550 no such user, ''",
        "550-no such user as 5.1.1~550 gone, ''",
        "550, ''"
    })
    void reads_the_enhanced_status_code_of_a_reply(String reply, String status) throws Exception {
        server.on("RCPT", reply.replace('~', '\n'));
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(new RelayReply(SmtpStep.RCPT, 550, status));
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, MAIL", "RCPT, RCPT", "DATA, RCPT"})
    void tells_at_which_step_the_connection_was_lost(String event, SmtpStep step) throws Exception {
        server.on(event, DROP);
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(new RelayLoss(step, false));
        }
    }

    @Test
    void leaves_open_what_became_of_a_message_when_the_relay_hangs_up_before_its_end() throws Exception {
        server.on("DATA", thenDrop("354 go on, or not"));
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(new RelayLoss(SmtpStep.CONTENT, false));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, "not a reply at all", "354 more"})
    void leaves_open_what_became_of_a_message_when_its_end_is_not_answered(String answer) throws Exception {
        server.on(END_OF_DATA, answer);
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(new RelayLoss(SmtpStep.CONTENT, false));
        }
        assertThat(server.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "RCPT", "MAIL"})
    void takes_no_answer_out_of_turn_for_a_delivery(String event) throws Exception {
        server.on(event, "299 whatever").on("DATA", "250 done");
        try (var connection = connection()) {
            assertThat(send(connection)).isInstanceOf(RelayLoss.class);
        }
    }

    @Test
    void can_be_closed_after_the_relay_is_gone() throws Exception {
        var connection = connection();
        server.close();

        assertThat(send(connection)).isEqualTo(new RelayLoss(SmtpStep.MAIL, false));
        connection.close();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "ana", "ana@acme.example\r\nBcc: eve@evil.example", "ana@acme.example\r\nDATA",
                        "ana@acme.example, eve@evil.example",
                "<ana@acme.example>", "all:ana@acme.example;", "Ana ana@acme.example", "añá@acme.example",
                        "ana@ácme.example"
            })
    void refuses_an_address_that_is_not_one_before_the_relay_hears_of_it(String address) throws Exception {
        try (var connection = connection()) {
            assertThatThrownBy(() -> connection.send(MailExamples.to(address)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("acme");
            assertThat(send(connection)).isEqualTo(TAKEN);
        }

        assertThat(server.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 hello", "554 no service", "421 busy", DROP})
    void cannot_connect_when_the_relay_greets_so(String greeting) {
        server.on(CONNECT, greeting).on("EHLO", DROP);

        assertThatThrownBy(this::connection)
                .isInstanceOf(RelayUnavailable.class)
                .hasMessageNotContaining("@")
                .hasNoCause();
    }

    private Connection connection() throws RelayUnavailable {
        return Mailers.of(MailExamples.relayOn(server.port())).connect();
    }

    private static RelayAnswer send(Connection connection) {
        return connection.send(MailExamples.to("ana@acme.example"));
    }
}
