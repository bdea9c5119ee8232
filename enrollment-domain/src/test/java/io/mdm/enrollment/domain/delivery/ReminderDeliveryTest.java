package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.Invitation.Reminding;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Delivery of reminders: asked before each message whether it is still needed. */
class ReminderDeliveryTest {
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private final DeliveryFixture fixture = new DeliveryFixture();

    @Test
    void who_enrolls_while_the_mailing_is_under_way_is_not_reminded() {
        var batch = mailed(4);
        var lane = remind(batch, LATER);
        var asked = new AtomicInteger();

        var again = fixture.delivery().run(lane, () -> {
            if (asked.getAndIncrement() == 1) {
                fixture.token(batch, 1).redeem(DeviceId.of(Examples.id()), LATER);
                fixture.token(batch, 3).revoke(LATER);
            }
            return true;
        });

        assertThat(again).isEmpty();
        assertThat(fixture.sentTo())
                .endsWith("person0@acme.example", "person2@acme.example")
                .hasSize(4 + 2);
        assertThat(fixture.mail(batch, 0)).isEqualTo(new Mail(MailState.SENT, 1, "250", LATER, LATER, null));
        assertThat(fixture.mail(batch, 1)).isEqualTo(new Mail(MailState.SENT, 0, null, LATER, NOW, null));
        assertThat(fixture.mail(batch, 3).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void a_reminder_that_sends_itself_keeps_an_hour_from_any_other_mail_of_the_token() {
        var batch = mailed(2);

        fixture.run(remind(batch, LATER.minusMillis(1)));
        assertThat(fixture.sentTo()).hasSize(2);

        fixture.run(remind(batch, LATER));
        assertThat(fixture.sentTo()).hasSize(4);
    }

    @Test
    void a_reminder_that_a_caller_asks_for_does_not() {
        var batch = mailed(2);

        fixture.run(promise(batch, PromisedMailing.requestedReminder(1, Optional.empty(), NOW)));

        assertThat(fixture.sentTo()).hasSize(4);
    }

    @Test
    void a_reminder_that_sends_itself_does_not_go_where_no_mailbox_is() {
        var batch = mailed(2);
        fixture.suppressionList.add(
                batch.organizationId(),
                fixture.token(batch, 0).addressHash().orElseThrow(),
                new RelayReply(SmtpStep.RCPT, 550),
                NOW);

        fixture.run(remind(batch, LATER));
        assertThat(fixture.sentTo()).endsWith("person1@acme.example").hasSize(3);

        fixture.clock.set(LATER.plusSeconds(1));
        fixture.run(promise(batch, PromisedMailing.requestedReminder(2, Optional.empty(), fixture.clock.instant())));
        assertThat(fixture.sentTo())
                .endsWith("person0@acme.example", "person1@acme.example")
                .hasSize(5);
    }

    @Test
    void a_reminder_names_the_invitation_of_which_it_reminds_if_there_was_one() {
        var batch = mailed(1);
        fixture.run(remind(batch, LATER));
        var silent = fixture.promise(Examples.silentSettings(), 1);
        fixture.run(promise(silent, PromisedMailing.requestedReminder(1, Optional.of("Hurry"), LATER)));

        var first = fixture.token(batch, 0).id() + ".0.0";
        assertThat(fixture.mailer.sent())
                .extracting(Invitation::reminding)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new Reminding(Optional.of(first))),
                        Optional.of(new Reminding(Optional.empty())));
        assertThat(fixture.mailer.sent().get(0).messageKey()).isEqualTo(first);
        assertThat(fixture.mailer.sent().get(2).emailText()).isEqualTo("Hurry");
    }

    private EnrollmentBatch mailed(int count) {
        var batch = fixture.promise(count);
        fixture.run(batch);
        return batch;
    }

    private DeliveryLane remind(EnrollmentBatch batch, Instant now) {
        fixture.clock.set(now);
        return promise(batch, PromisedMailing.dueReminder(fixture.invitations.beginMailing(batch), now));
    }

    private DeliveryLane promise(EnrollmentBatch batch, PromisedMailing mailing) {
        fixture.mailings.add(batch, mailing, batch.total());
        fixture.invitations.promiseAgain(batch, mailing.number(), upTo(batch.total()), mailing.promisedAt());
        return new DeliveryLane(batch.organizationId(), batch.id(), mailing.number(), 0, batch.total());
    }
}
