package io.mdm.enrollment.web.mail.smtp;

import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.BEFORE_MESSAGE;
import static io.mdm.enrollment.api.spi.RelayUnavailable.Moment.DURING_MESSAGE;
import static io.mdm.enrollment.support.FaultySmtpServer.CONNECT;
import static io.mdm.enrollment.support.FaultySmtpServer.DROP;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static io.mdm.enrollment.support.FaultySmtpServer.thenDrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
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
    private final FaultySmtpServer server = FaultySmtpServer.started();

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sends_all_messages_over_one_connection() throws Exception {
        try (var connection = connection()) {
            for (int i = 0; i < 3; i++) {
                assertThat(send(connection)).isEqualTo(new RelayReply(250));
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
        "RCPT, 450",
        "RCPT, 451",
        "RCPT, 452",
        "RCPT, 499",
        "RCPT, 501",
        "RCPT, 503",
        "RCPT, 550",
        "RCPT, 552",
        "RCPT, 553",
        "RCPT, 554",
        "RCPT, 599",
        "DATA, 451",
        "DATA, 554",
        "., 451",
        "., 452",
        "., 550",
        "., 552",
        "., 554"
    })
    void tells_what_the_relay_said_to_one_recipient_and_goes_on(String event, int code) throws Exception {
        server.on(event, code + " 5.0.0 <ana@acme.example> is not liked");
        try (var connection = connection()) {
            assertThat(send(connection))
                    .isEqualTo(event.equals("RCPT") ? RelayReply.toMailbox(code) : new RelayReply(code));
            assertThat(send(connection)).isEqualTo(new RelayReply(250));
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void reads_the_code_of_a_reply_of_several_lines() throws Exception {
        server.on("RCPT", "550-5.1.1 no such\n550 5.1.1 user");
        try (var connection = connection()) {
            assertThat(send(connection)).isEqualTo(RelayReply.toMailbox(550));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCPT", "DATA", END_OF_DATA})
    void connects_again_when_the_relay_hangs_up_after_a_refusal(String event) throws Exception {
        server.on(event, thenDrop("554 go away"));
        try (var connection = connection()) {
            assertThat(send(connection)).extracting(RelayReply::code).isEqualTo(554);
            assertThat(send(connection)).isEqualTo(new RelayReply(250));
        }

        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 421",
        "MAIL, 450",
        "MAIL, 501",
        "MAIL, 530",
        "MAIL, 550",
        "MAIL, 552",
        "MAIL, 553",
        "RCPT, 421",
        "RCPT, 530",
        "DATA, 421",
        "., 421"
    })
    void blames_the_relay_for_what_no_recipient_can_help(String event, int code) throws Exception {
        server.on(event, code + " not now");
        try (var connection = connection()) {
            assertUnavailable(connection, BEFORE_MESSAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void knows_that_nothing_was_taken_when_the_relay_hangs_up_early(String event) throws Exception {
        server.on(event, DROP);
        try (var connection = connection()) {
            assertUnavailable(connection, BEFORE_MESSAGE);
        }
    }

    @Test
    void leaves_open_what_became_of_a_message_when_the_relay_hangs_up_before_its_end() throws Exception {
        server.on("DATA", thenDrop("354 go on, or not"));
        try (var connection = connection()) {
            assertUnavailable(connection, DURING_MESSAGE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DROP, "not a reply at all", "354 more"})
    void leaves_open_what_became_of_a_message_when_its_end_is_not_answered(String answer) throws Exception {
        server.on(END_OF_DATA, answer);
        try (var connection = connection()) {
            assertUnavailable(connection, DURING_MESSAGE);
        }
        assertThat(server.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "RCPT", "MAIL"})
    void takes_no_answer_out_of_turn_for_a_delivery(String event) throws Exception {
        server.on(event, "299 whatever").on("DATA", "250 done");
        try (var connection = connection()) {
            assertUnavailable(connection, BEFORE_MESSAGE);
        }
    }

    @Test
    void can_be_closed_after_the_relay_is_gone() throws Exception {
        var connection = connection();
        server.close();

        assertUnavailable(connection, BEFORE_MESSAGE);
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
            assertThat(send(connection)).isEqualTo(new RelayReply(250));
        }

        assertThat(server.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 hello", "554 no service", "421 busy", DROP})
    void cannot_connect_when_the_relay_greets_so(String greeting) {
        server.on(CONNECT, greeting).on("EHLO", DROP);

        assertThat(catchThrowableOfType(RelayUnavailable.class, this::connection)
                        .moment())
                .isEqualTo(BEFORE_MESSAGE);
    }

    private Connection connection() throws RelayUnavailable {
        return Mailers.of(MailExamples.relayOn(server.port())).connect();
    }

    private static RelayReply send(Connection connection) throws RelayUnavailable {
        return connection.send(MailExamples.to("ana@acme.example"));
    }

    private static void assertUnavailable(Connection connection, RelayUnavailable.Moment moment) {
        var unavailable = catchThrowableOfType(RelayUnavailable.class, () -> send(connection));
        assertThat(unavailable).isNotNull().extracting(RelayUnavailable::moment).isEqualTo(moment);
        assertThat(unavailable).hasMessageNotContaining("@").hasNoCause();
    }
}
