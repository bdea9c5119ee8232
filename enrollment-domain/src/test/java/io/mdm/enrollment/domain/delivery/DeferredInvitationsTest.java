package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.delivery.DeliveryFixture.after;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.broken;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.LogOf;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invitations that are tried again later, and those that are given up. */
class DeferredInvitationsTest {
    private final DeliveryFixture fixture = new DeliveryFixture();

    @AfterEach
    void every_connection_was_closed() {
        assertThat(fixture.mailer.open()).isZero();
    }

    @Test
    void what_is_put_off_twice_is_sent_at_the_third_attempt() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", code(450), code(451));

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));
        fixture.clock.pass(Duration.ofMinutes(5));
        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(20)));
        assertThat(fixture.mail(batch, 0))
                .isEqualTo(new Mail(MailState.DEFERRED, 2, "451", NOW, null, after(Duration.ofMinutes(20))));
        fixture.clock.pass(Duration.ofMinutes(15));
        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.SENT);
        assertThat(fixture.mail(batch, 0).attempts()).isEqualTo(3);
    }

    @Test
    void what_is_refused_has_failed_and_delays_nobody() {
        var batch = fixture.promise(3);
        fixture.mailer.script("person0@acme.example", code(550));
        fixture.mailer.script("person1@acme.example", code(450));

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));

        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 1, "550", NOW, null, null));
        assertThat(fixture.sentTo()).containsExactly("person2@acme.example");
    }

    @Test
    void a_message_that_cannot_be_written_fails_after_three_tries_while_the_others_leave() {
        var batch = fixture.promise(3);
        fixture.mailer.script("person1@acme.example", broken(), broken(), broken());

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));
        assertThat(fixture.sentTo()).containsExactly("person0@acme.example", "person2@acme.example");
        fixture.clock.pass(Duration.ofMinutes(5));
        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(20)));
        fixture.clock.pass(Duration.ofMinutes(15));
        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.mail(batch, 1)).isEqualTo(new Mail(MailState.FAILED, 3, null, NOW, null, null));
        assertThat(fixture.mailer.sent()).hasSize(2);
    }

    @Test
    void an_organization_that_is_gone_is_waited_for_a_while_and_not_for_ever() {
        var batch = fixture.promise(2);
        fixture.directory.remove(fixture.organization);

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));
        fixture.clock.pass(Duration.ofMinutes(5));
        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(20)));
        fixture.clock.pass(Duration.ofMinutes(15));
        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 3, null, NOW, null, null));
    }

    @Test
    void a_relay_that_puts_off_for_ever_is_asked_until_the_token_expires() {
        var batch = fixture.promise(Examples.settings(Duration.ofMinutes(30)), 1);
        fixture.mailer.script("person0@acme.example", code(450), code(450), code(450));

        assertThat(fixture.runToTheEnd(batch)).isEqualTo(after(Duration.ofMinutes(20)));

        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 3, "450", NOW, null, null));
    }

    @Test
    void a_relay_that_puts_off_for_ever_is_asked_for_three_days() {
        var batch = fixture.promise(Examples.settings(Duration.ofDays(30)), 1);
        fixture.mailer.script(
                "person0@acme.example",
                Stream.generate(() -> code(450)).limit(1_000).toArray(InMemoryInvitationMailer.Answer[]::new));

        assertThat(fixture.runToTheEnd(batch)).isBetween(after(Duration.ofHours(70)), after(Duration.ofHours(72)));

        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void an_address_that_needs_smtputf8_waits_while_it_is_off_and_fails_nobody() {
        var batch = promiseToJose();

        try (var log = LogOf.logger(NodeConfigurationRule.class)) {
            assertThat(fixture.run(batch)).contains(after(Duration.ofHours(1)));
            assertThat(log.messages())
                    .containsExactly("WARNING: 1 invitations of batch " + batch.id()
                            + " are deferred: their addresses need mdm.enrollment.mail.smtputf8=true");
        }
        assertThat(fixture.sentTo()).containsExactly("person1@acme.example");
        assertThat(fixture.mail(batch, 0))
                .isEqualTo(new Mail(MailState.DEFERRED, 0, null, NOW, null, after(Duration.ofHours(1))));

        fixture.clock.pass(Duration.ofHours(1));
        assertThat(fixture.configured(Examples.smtpUtf8Configuration()).run(batch))
                .isEmpty();
        assertThat(fixture.mailer.sent().get(1).address()).isEqualTo("jos\u00e9@xn--bcher-kva.example");
        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void a_node_without_the_key_of_the_link_leaves_the_mail_to_others() {
        var batch = fixture.promise(2);

        try (var log = LogOf.logger(NodeConfigurationRule.class)) {
            assertThat(fixture.configured(Examples.otherKeyConfiguration()).run(batch))
                    .contains(after(Duration.ofMinutes(1)));
            assertThat(log.messages())
                    .containsExactly("WARNING: 2 invitations of batch " + batch.id()
                            + " are deferred: mdm.enrollment.secret.keys of this node lacks the key of their links");
        }
        assertThat(fixture.mail(batch, 0).attempts()).isZero();

        fixture.clock.pass(Duration.ofMinutes(1));
        assertThat(fixture.configured(Examples.configuration()).run(batch)).isEmpty();
        assertThat(fixture.sentTo()).hasSize(2);
    }

    @Test
    void for_smtputf8_an_invitation_waits_three_days() {
        var batch = promiseToJose();

        assertThat(fixture.runToTheEnd(batch)).isBetween(after(Duration.ofHours(70)), after(Duration.ofHours(72)));

        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 1, null, NOW, null, null));
    }

    /** He was admitted while SMTPUTF8 was on; the second recipient does not need it. */
    private EnrollmentBatch promiseToJose() {
        var batch = Examples.batch(fixture.organization, Examples.settings(Duration.ofDays(30)), 2);
        var recipient =
                Recipient.of("jos\u00e9@B\u00fccher.example", LocalPart.UTF8).orElseThrow();
        var token = EnrollmentToken.issue(
                batch, new Invitee(0, recipient), Optional.empty(), new CredentialSeed("up", new byte[16]));
        fixture.promise(batch, List.of(token, Examples.token(batch, 1, Optional.empty())));
        return batch;
    }
}
