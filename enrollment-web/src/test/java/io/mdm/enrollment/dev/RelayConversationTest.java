package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.LoopbackSmtpServer;
import io.mdm.enrollment.support.LoopbackSmtpServer.Answer;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayConversationTest {
    private final Letters letters = new Letters();
    private final RelayConversation relay = new RelayConversation(letters, new HashSet<>());

    @ParameterizedTest
    @ValueSource(
            strings = {"ana@acme.example", "refusedx@acme.example", "not.later@acme.example", "ana+slow@acme.example"})
    void takes_mail_for_others(String address) {
        assertThat(to(address).text()).startsWith("250 ");
        var answer = mail("<1@acme.example>");

        assertThat(answer).isEqualTo(Answer.of("250 2.0.0 Taken"));
        assertThat(letters.received()).isEqualTo(1);
        assertThat(letters.mentioning("").get(0).subject()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused@acme.example", "REFUSED+1@elsewhere.example"})
    void rejects_the_refused_for_good(String address) {
        assertThat(to(address).text()).startsWith("550 5.1.1 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"later@acme.example", "Later+1@elsewhere.example"})
    void defers_each_mail_once(String address) {
        to(address);
        assertThat(mail("<1@acme.example>").text()).startsWith("451 ");
        assertThat(mail("<2@acme.example>").text()).startsWith("451 ");
        assertThat(letters.received()).isZero();

        assertThat(mail("<1@acme.example>").text()).startsWith("250 ");
        assertThat(letters.received()).isEqualTo(1);
    }

    @Test
    void takes_mail_slowly() {
        to("slow+1@acme.example");

        assertThat(mail("<1@acme.example>").delay()).isEqualTo(RelayConversation.SLOW);
        assertThat(letters.received()).isEqualTo(1);
    }

    @Test
    void fails_for_one_recipient_only() {
        to("later@acme.example");
        to("ana@acme.example");

        assertThat(mail("<1@acme.example>").text()).startsWith("250 ");
    }

    private Answer to(String address) {
        return relay.answer("RCPT", "RCPT TO:<" + address + "> SIZE=1");
    }

    private Answer mail(String id) {
        assertThat(relay.answer("DATA", "DATA").text()).startsWith("354 ");
        relay.read("Message-ID: " + id);
        relay.read("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=");
        relay.read("");
        relay.read("Hello");
        return relay.answer(LoopbackSmtpServer.END_OF_DATA, "");
    }
}
