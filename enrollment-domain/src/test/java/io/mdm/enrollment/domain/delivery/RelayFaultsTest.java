package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static io.mdm.enrollment.domain.delivery.DeliveryFixture.after;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.code;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.hung;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.lost;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayLoss;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults of the relay, and what they cost whom. */
class RelayFaultsTest {
    private static final Duration RELAY_PAUSE = Duration.ofSeconds(15);

    private final DeliveryFixture fixture = new DeliveryFixture();

    @AfterEach
    void every_connection_was_closed() {
        assertThat(fixture.mailer.open()).isZero();
    }

    @Test
    void a_relay_that_is_away_for_ten_minutes_pauses_the_lane_and_counts_no_attempt() {
        var batch = fixture.promise(3);
        fixture.mailer.goAway();
        for (int i = 0; i < 40; i++) {
            assertThat(fixture.run(batch)).contains(fixture.clock.instant().plus(RELAY_PAUSE));
            fixture.clock.pass(RELAY_PAUSE);
        }
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.QUEUED, 0, null, NOW, null, NOW));

        fixture.mailer.comeBack();

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.mailer.sent()).hasSize(3);
    }

    @Test
    void while_the_relay_is_away_one_lane_tries_it_for_all() {
        var batches = List.of(fixture.promise(1), fixture.promise(1), fixture.promise(1));
        fixture.mailer.goAway();

        assertThat(batches).allSatisfy(batch -> assertThat(fixture.run(batch)).contains(after(RELAY_PAUSE)));
        assertThat(fixture.mailer.connections()).isEqualTo(1);

        fixture.clock.pass(RELAY_PAUSE);
        fixture.mailer.comeBack();
        assertThat(batches).allSatisfy(batch -> assertThat(fixture.run(batch)).isEmpty());
        assertThat(fixture.mailer.sent()).hasSize(3);
    }

    @Test
    void a_relay_that_only_wants_no_further_connections_holds_up_no_others() {
        var working = fixture.promise(1);
        var surplus = fixture.promise(1);
        var next = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", invitation -> {
            fixture.mailer.goAway();
            assertThat(fixture.run(surplus)).contains(after(RELAY_PAUSE));
            fixture.mailer.comeBack();
            return new RelayReply(SmtpStep.CONTENT, 250);
        });

        assertThat(fixture.run(working)).isEmpty();

        assertThat(fixture.run(next)).isEmpty();
        assertThat(fixture.mail(surplus, 0).attempts()).isZero();
    }

    @Test
    void of_a_connection_that_ends_after_some_messages_nothing_is_noticed() {
        var batch = fixture.promise(60);
        for (int i = 20; i < 60; i += 20) {
            fixture.mailer.script("person" + i + "@acme.example", lost(SmtpStep.MAIL));
        }
        fixture.mailer.script("person10@acme.example", reply(SmtpStep.MAIL, 421, "4.7.0"));

        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(60));
        assertThat(fixture.mailer.connections()).isEqualTo(4);
        assertThat(fixture.mailer.slowDowns()).isZero();
    }

    /** The second person of three: the relay breaks off over this one whenever it is named. */
    @ParameterizedTest
    @MethodSource
    void one_over_whom_the_relay_breaks_off_is_deferred_and_delays_nobody(Answer answer, @Nullable String lastReply) {
        var batch = fixture.promise(60);
        fixture.mailer.script("person1@acme.example", always(answer));

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));

        assertThat(fixture.sentTo()).hasSize(59).doesNotContain("person1@acme.example");
        assertThat(fixture.mail(batch, 1))
                .isEqualTo(new Mail(MailState.DEFERRED, 1, lastReply, NOW, null, after(Duration.ofMinutes(5))));
        assertThat(fixture.delivery().isPaused()).isFalse();
    }

    static Stream<Arguments> one_over_whom_the_relay_breaks_off_is_deferred_and_delays_nobody() {
        return Stream.of(
                Arguments.of(lost(SmtpStep.RCPT), null),
                Arguments.of(hung(SmtpStep.RCPT), null),
                Arguments.of(lost(SmtpStep.DATA), null),
                Arguments.of(reply(SmtpStep.RCPT, 421, ""), "421"),
                Arguments.of(reply(SmtpStep.CONTENT, 421, ""), "421"),
                Arguments.of(reply(SmtpStep.RCPT, 451, "4.3.0"), "451"));
    }

    @Test
    void the_last_of_a_lane_is_deferred_too_when_the_relay_breaks_off_over_it() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", always(lost(SmtpStep.RCPT)));

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));

        assertThat(fixture.mail(batch, 0).attempts()).isEqualTo(1);
    }

    @Test
    void ten_such_people_in_a_row_delay_the_others_by_less_than_a_minute() {
        var batch = fixture.promise(70);
        for (int i = 0; i < 10; i++) {
            fixture.mailer.script("person" + i + "@acme.example", always(lost(SmtpStep.RCPT)));
        }

        fixture.runUntil(batch, after(Duration.ofSeconds(50)));

        assertThat(fixture.sentTo()).hasSize(60);
        fixture.runUntil(batch, after(Duration.ofMinutes(5)));
        assertThat(upTo(10))
                .allSatisfy(index ->
                        assertThat(fixture.mail(batch, index).attempts()).isPositive());
    }

    @ParameterizedTest
    @MethodSource("io.mdm.enrollment.domain.delivery.RelayFaultsTest#refusals_of_our_mail")
    void a_relay_that_breaks_off_or_refuses_our_mail_altogether_costs_nobody_an_attempt(Answer answer) {
        var batch = fixture.promise(20);
        fixture.mailer.answerAll(answer);
        fixture.runUntil(batch, after(Duration.ofMinutes(10)));

        assertThat(fixture.sentTo()).isEmpty();
        assertThat(upTo(20))
                .allSatisfy(index -> assertThat(fixture.mail(batch, index))
                        .returns(0, Mail::attempts)
                        .extracting(Mail::nextAttemptAt)
                        .isNotNull());
        assertThat(fixture.suppressionList.among(
                        fixture.organization.id(),
                        upTo(20).stream()
                                .flatMap(index -> fixture.token(batch, index).addressHash().stream())
                                .toList()))
                .isEmpty();

        fixture.mailer.answerAll(code(250));
        fixture.runUntil(batch, after(Duration.ofMinutes(12)));
        assertThat(fixture.sentTo()).hasSize(20);
    }

    static Stream<Answer> refusals_of_our_mail() {
        return Stream.of(
                lost(SmtpStep.MAIL),
                reply(SmtpStep.MAIL, 451, ""),
                reply(SmtpStep.MAIL, 550, "5.7.1"),
                reply(SmtpStep.RCPT, 421, ""),
                lost(SmtpStep.RCPT),
                reply(SmtpStep.RCPT, 550, "5.7.1"),
                reply(SmtpStep.RCPT, 553, "5.7.1"),
                reply(SmtpStep.RCPT, 554, "5.7.1"),
                reply(SmtpStep.RCPT, 503, "5.5.1"),
                reply(SmtpStep.RCPT, 535, "5.7.8"),
                reply(SmtpStep.RCPT, 530, ""),
                reply(SmtpStep.RCPT, 550, "5.1.8"),
                reply(SmtpStep.CONTENT, 554, "5.7.1"));
    }

    @Test
    void a_refusal_of_our_mail_for_one_recipient_is_the_recipients() {
        var batch = fixture.promise(5);
        fixture.mailer.script("person2@acme.example", always(reply(SmtpStep.RCPT, 550, "5.7.1")));

        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.mail(batch, 2)).isEqualTo(new Mail(MailState.FAILED, 1, "550", NOW, null, null));
    }

    @Test
    void a_single_refusal_of_our_mail_waits_until_another_mail_shows_whose_it_is() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", always(reply(SmtpStep.RCPT, 550, "5.7.1")));
        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(1)));
        assertThat(fixture.mail(batch, 0).attempts()).isZero();

        fixture.mailer.answerAll(code(250));
        fixture.run(fixture.promise(Examples.settings(), 2)); // the first of them is the same person
        fixture.clock.pass(Duration.ofMinutes(1));

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void a_relay_that_limits_the_rate_is_sent_to_more_slowly_and_costs_no_attempt() {
        var batch = fixture.promise(30);
        for (int i = 0; i < 30; i += 3) {
            fixture.mailer.script(
                    "person" + i + "@acme.example",
                    reply(SmtpStep.RCPT, 454, "4.7.0"),
                    reply(SmtpStep.MAIL, 450, "4.3.2"));
        }

        assertThat(fixture.runToTheEnd(batch)).isBefore(after(Duration.ofSeconds(20)));

        assertThat(fixture.sentTo()).hasSize(30);
        assertThat(upTo(30))
                .allSatisfy(index ->
                        assertThat(fixture.mail(batch, index).attempts()).isEqualTo(1));
        assertThat(fixture.mailer.slowDowns()).isEqualTo(20);
    }

    @Test
    void a_relay_that_takes_nothing_for_its_limit_is_paused() {
        var batch = fixture.promise(3);
        fixture.mailer.answerAll(reply(SmtpStep.RCPT, 454, "4.7.0"));
        fixture.mailer.hold(Duration.ofSeconds(8));

        assertThat(fixture.run(batch)).contains(after(RELAY_PAUSE));

        assertThat(fixture.delivery().isPaused()).isTrue();
        assertThat(fixture.mail(batch, 0).attempts()).isZero();
    }

    @Test
    void one_who_alone_is_told_to_slow_down_is_deferred_after_some_tries() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", always(reply(SmtpStep.RCPT, 450, "4.7.0")));
        for (int i = 0; i < 6; i++) {
            fixture.run(batch);
            fixture.mailer.answerAll(code(250));
            fixture.run(fixture.promise(Examples.settings(), 2));
            fixture.clock.pass(Duration.ofSeconds(5));
        }

        assertThat(fixture.mail(batch, 0)).returns(1, Mail::attempts).returns("450", Mail::lastReply);
    }

    @Test
    void a_message_that_is_never_confirmed_is_sent_three_times_with_the_same_link_and_fails() {
        var batch = fixture.promise(2);
        var tried = new ArrayList<Invitation>();
        fixture.mailer.script("person0@acme.example", always(invitation -> {
            tried.add(invitation);
            return new RelayLoss(SmtpStep.CONTENT, true);
        }));

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));
        assertThat(fixture.sentTo()).containsExactly("person1@acme.example");
        assertThat(fixture.mail(batch, 0))
                .isEqualTo(new Mail(MailState.DEFERRED, 1, null, NOW, null, after(Duration.ofMinutes(5))));
        fixture.runToTheEnd(batch);

        assertThat(tried).hasSize(3);
        assertThat(tried).containsOnly(tried.get(0));
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 3, null, NOW, null, null));
    }

    @Test
    void a_message_that_may_have_left_from_three_dead_nodes_is_not_sent_again() {
        var batch = fixture.promise(1);
        var lane = DeliveryFixture.lane(batch);
        for (int i = 0; i < 3; i++) {
            assertThat(fixture.claim(lane, fixture.invitations.due(lane, NOW, 1).get(0)))
                    .isTrue();
        }

        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.sentTo()).isEmpty();
        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void what_somebody_else_has_claimed_since_is_left_to_them() {
        var batch = fixture.promise(2);
        var lane = DeliveryFixture.lane(batch);
        var first = fixture.invitations.due(lane, NOW, 1).get(0);
        fixture.mailer.script("person0@acme.example", invitation -> {
            var second = fixture.invitations.due(lane, NOW, 2).get(1);
            assertThat(fixture.claim(lane, second)).isTrue();
            return new RelayReply(SmtpStep.CONTENT, 250);
        });

        fixture.run(batch);

        assertThat(first.index()).isZero();
        assertThat(fixture.sentTo()).containsExactly("person0@acme.example");
    }

    @Test
    void an_unconfirmed_message_is_given_up_before_its_link_expires() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", lost(SmtpStep.CONTENT));
        fixture.clock.set(batch.expireAt().minusSeconds(30));

        fixture.run(batch);

        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void a_message_that_is_too_large_fails_at_any_step() {
        var batch = fixture.promise(3);
        fixture.mailer.script("person0@acme.example", reply(SmtpStep.MAIL, 552, "5.3.4"));
        fixture.mailer.script("person1@acme.example", reply(SmtpStep.RCPT, 552, ""));

        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.sentTo()).containsExactly("person2@acme.example");
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 1, "552", NOW, null, null));
    }

    private static Answer[] always(Answer answer) {
        return Stream.generate(() -> answer).limit(1_000).toArray(Answer[]::new);
    }
}
