package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static io.mdm.enrollment.domain.delivery.DeliveryFixture.after;
import static io.mdm.enrollment.domain.delivery.DeliveryFixture.lane;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Delivery of a lane, message by message. */
class LaneDeliveryTest {
    private final DeliveryFixture fixture = new DeliveryFixture();

    @AfterEach
    void every_connection_was_closed() {
        assertThat(fixture.mailer.open()).isZero();
    }

    @Test
    void every_invitation_is_sent_once_over_one_connection() {
        var batch = fixture.promise(5);

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(5));
        assertThat(fixture.mailer.connections()).isEqualTo(1);
        assertThat(fixture.mail(batch, 4)).isEqualTo(new Mail(MailState.SENT, 1, "250", NOW, NOW, null));
    }

    @Test
    void an_invitation_says_all_that_the_mail_needs() {
        var batch = Examples.batch(fixture.organization, Examples.fullSettings(), 1);
        var recipient = Recipient.of("Ana@B\u00fccher.Example", LocalPart.ASCII).orElseThrow();
        var token = EnrollmentToken.issue(
                batch, new Invitee(0, recipient), Optional.empty(), new CredentialSeed("up", new byte[16]));
        fixture.promise(batch, List.of(token));

        fixture.run(batch);

        assertThat(fixture.mailer.sent())
                .containsExactly(new Invitation(
                        token.id() + ".0.0",
                        "Ana@xn--bcher-kva.example",
                        Language.ZH,
                        Examples.fullSettings().displayName(),
                        Examples.fullSettings().emailText(),
                        new PersonalLink(
                                URI.create("https://mdm.example/enroll"),
                                token.credential(Examples.credentials()).value()),
                        token.enrollCode(Examples.credentials()).value(),
                        batch.expireAt(),
                        fixture.organization));
    }

    @Test
    void scheduled_mails_leave_at_their_time() {
        var batch = scheduled(3, after(Duration.ofHours(3)));

        assertThat(fixture.run(batch)).contains(after(Duration.ofHours(3)));
        assertThat(fixture.mailer.connections()).isZero();
        fixture.clock.pass(Duration.ofHours(3));

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(3));
    }

    @Test
    void a_day_after_their_time_mails_wait_for_another_one() {
        var batch = scheduled(2, after(Duration.ofHours(1)));
        fixture.clock.pass(Duration.ofHours(25).plusMillis(1));

        assertThat(fixture.run(batch)).contains(fixture.clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(fixture.mailer.connections()).isZero();
        batch.sendAt(fixture.clock.instant());

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).hasSize(2);
    }

    @Test
    void within_a_day_after_their_time_mails_still_leave() {
        var batch = scheduled(2, after(Duration.ofHours(1)));
        fixture.clock.pass(Duration.ofHours(25));

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).hasSize(2);
    }

    @Test
    void mails_that_began_to_leave_in_time_go_on_however_long_that_takes() {
        var batch = scheduled(2, after(Duration.ofHours(1)));
        fixture.mailer.script("person1@acme.example", Answer.code(451));
        fixture.clock.pass(Duration.ofHours(1));
        fixture.run(batch);
        fixture.clock.pass(Duration.ofHours(26));

        fixture.run(batch);

        assertThat(fixture.sentTo()).containsExactlyInAnyOrderElementsOf(Examples.addresses(2));
    }

    @Test
    void overdue_mails_of_tokens_that_have_ended_are_abandoned() {
        var batch = scheduled(1, after(Duration.ofHours(1)));
        fixture.clock.set(batch.lastExpireAt().plusSeconds(1));

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    private EnrollmentBatch scheduled(int count, Instant time) {
        var batch = Examples.scheduled(fixture.organization, Examples.settings(Duration.ofDays(7)), count, time);
        fixture.promise(batch, Examples.tokens(batch, upTo(count)));
        return batch;
    }

    @Test
    void a_paused_batch_waits_and_goes_on_where_it_stopped() {
        var batch = fixture.promise(3);
        batch.pause();

        assertThat(fixture.run(batch)).contains(after(Duration.ofSeconds(5)));
        fixture.clock.pass(Duration.ofSeconds(5));
        assertThat(fixture.run(batch)).contains(after(Duration.ofSeconds(10)));
        assertThat(fixture.mailer.connections()).isZero();
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.QUEUED, 0, null, NOW, null, NOW));
        batch.resume();

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(3));
    }

    @Test
    void after_a_pause_began_a_lane_sends_at_most_the_message_under_way() {
        var batch = fixture.promise(4);
        var asked = new AtomicInteger();

        var again = fixture.delivery().run(DeliveryFixture.lane(batch), () -> {
            if (asked.getAndIncrement() == 2) {
                batch.pause();
            }
            return true;
        });

        assertThat(again).contains(after(Duration.ofSeconds(5)));
        assertThat(asked).hasValue(3);
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(2));
        assertThat(fixture.mail(batch, 1).state()).isEqualTo(MailState.SENT);
        assertThat(fixture.mail(batch, 2)).isEqualTo(new Mail(MailState.QUEUED, 0, null, NOW, null, NOW));
        batch.resume();
        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(4));
    }

    @Test
    void a_paused_batch_is_abandoned_when_its_tokens_have_expired() {
        var batch = fixture.promise(2);
        batch.pause();
        fixture.clock.set(batch.lastExpireAt());

        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.mail(batch, 1).state()).isEqualTo(MailState.FAILED);
        assertThat(fixture.sentTo()).isEmpty();
    }

    @Test
    void an_outcome_is_stored_before_a_wait_for_the_next_turn() {
        var batch = fixture.promise(2);
        var states = new ArrayList<MailState>();
        fixture.mailer.whenTurnComes(() -> states.add(fixture.mail(batch, 0).state()));

        fixture.run(batch);

        assertThat(states).containsExactly(MailState.QUEUED, MailState.SENT);
    }

    @Test
    void a_long_lane_goes_to_the_end_of_the_queue_after_a_slice() {
        var batch = fixture.promise(450);

        assertThat(fixture.run(batch)).contains(NOW);
        assertThat(fixture.mailer.sent()).hasSize(200);
        assertThat(fixture.run(batch)).contains(NOW);
        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(450));
    }

    @Test
    void a_lane_that_gets_on_slowly_goes_to_the_end_of_the_queue_after_a_while() {
        var batch = fixture.promise(5);
        Examples.addresses(5)
                .forEach(address -> fixture.mailer.script(address, invitation -> {
                    fixture.clock.pass(Duration.ofSeconds(2));
                    return new RelayReply(SmtpStep.CONTENT, 250);
                }));

        assertThat(fixture.run(batch)).contains(after(Duration.ofSeconds(6)));
        assertThat(fixture.mailer.sent()).hasSize(3);
        assertThat(fixture.run(batch)).isEmpty();
        assertThat(fixture.sentTo()).containsExactlyElementsOf(Examples.addresses(5));
    }

    @Test
    void a_lane_in_which_nothing_is_due_asks_for_no_connection() {
        var batch = fixture.promise(1);
        fixture.mailer.script("person0@acme.example", code(450));
        fixture.run(batch);

        assertThat(fixture.run(batch)).contains(after(Duration.ofMinutes(5)));
        assertThat(fixture.mailer.connections()).isEqualTo(1);
    }

    @Test
    void a_node_that_lost_the_lane_sends_nothing_more() {
        var batch = fixture.promise(3);
        Iterator<Boolean> ours = List.of(true, true, false).iterator();

        assertThat(fixture.delivery().run(lane(batch), ours::next)).contains(NOW);

        assertThat(fixture.sentTo()).containsExactly("person0@acme.example", "person1@acme.example");
        assertThat(fixture.mail(batch, 2).state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void there_is_no_point_in_a_link_that_opens_nothing() {
        var batch = fixture.promise(3);
        fixture.token(batch, 0).redeem(DeviceId.of(Examples.id()), NOW);
        fixture.token(batch, 1).revoke(NOW);

        fixture.run(batch);

        assertThat(fixture.sentTo()).containsExactly("person2@acme.example");
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 0, null, NOW, null, null));
        assertThat(fixture.mail(batch, 1)).isEqualTo(fixture.mail(batch, 0));
    }

    @Test
    void an_expired_invitation_is_given_up() {
        var batch = fixture.promise(1);
        fixture.mailer.goAway();
        fixture.run(batch);
        fixture.clock.set(batch.expireAt());
        fixture.mailer.comeBack();

        assertThat(fixture.run(batch)).isEmpty();

        assertThat(fixture.mailer.sent()).isEmpty();
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.FAILED, 0, null, NOW, null, null));
    }
}
