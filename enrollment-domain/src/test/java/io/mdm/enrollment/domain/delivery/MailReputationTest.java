package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.broken;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.code;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.lost;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.noMailbox;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the delivery keeps the sender's name good: not too many, and not to those who do not exist. */
class MailReputationTest {
    private static final int HOURLY = 3;
    private static final String ANA = "person0@acme.example";

    private final DeliveryFixture fixture = new DeliveryFixture().configured(Examples.configuration(HOURLY));
    private final InMemoryInvitationMailer mailer = fixture.mailer;
    private final StoppedClock clock = fixture.clock;
    private final Organization organization = fixture.organization;
    private final Organization other = Examples.organization();

    @BeforeEach
    void organizations_are_known() {
        fixture.directory.add(other);
    }

    @Test
    void beyond_the_hourly_quota_mails_wait_untouched_until_there_is_room() {
        var batch = promise(organization, 5);

        var again = run(batch).orElseThrow();
        assertThat(again).isBetween(NOW.plus(Duration.ofMinutes(60)), NOW.plus(Duration.ofMinutes(62)));
        assertThat(mailer.sent()).hasSize(HOURLY);
        assertThat(mail(batch, 3)).isEqualTo(new Mail(MailState.QUEUED, 0, null, NOW, null, NOW));

        clock.set(again);
        assertThat(run(batch)).isEmpty();
        assertThat(mailer.sent()).hasSize(5).extracting(Invitation::address).doesNotHaveDuplicates();
    }

    @Test
    void while_there_is_no_room_the_relay_is_not_even_connected_to() {
        run(promise(organization, HOURLY));
        var late = promise(organization, 1);

        assertThat(run(late)).hasValueSatisfying(again -> assertThat(again).isAfter(NOW));
        assertThat(mailer.connections()).isEqualTo(1);
    }

    @Test
    void other_organizations_do_not_wait() {
        run(promise(organization, 5));

        assertThat(run(promise(other, HOURLY))).isEmpty();
        assertThat(mailer.sent()).hasSize(2 * HOURLY);
    }

    @Test
    void only_what_the_relay_saw_counts() {
        var batch = promise(organization, HOURLY);
        mailer.goAway();
        run(batch);
        mailer.comeBack();
        clock.pass(Duration.ofSeconds(20)); // the pause of a relay that was away
        mailer.script(ANA, reply(SmtpStep.MAIL, 550, ""), broken());
        run(batch);
        clock.pass(Duration.ofSeconds(20));
        run(batch);

        assertThat(mailer.sent()).hasSize(HOURLY - 1);
        assertThat(fixture.quotas.fullUntil(organization.id(), HOURLY, NOW)).isEmpty();
        assertThat(fixture.quotas.fullUntil(organization.id(), HOURLY - 1, NOW)).isPresent();
    }

    @Test
    void what_the_relay_refused_or_may_have_taken_counts() {
        var batch = promise(organization, HOURLY);
        mailer.script(ANA, lost(SmtpStep.CONTENT));
        mailer.script("person1@acme.example", code(550));
        mailer.script("person2@acme.example", code(450));
        run(batch);
        run(batch);

        assertThat(fixture.quotas.fullUntil(organization.id(), HOURLY, NOW)).isPresent();
    }

    @Test
    void who_was_unknown_to_the_relay_is_spared_by_later_batches() {
        var first = promise(organization, 1);
        mailer.script(ANA, noMailbox(550));
        run(first);
        assertThat(mail(first, 0)).isEqualTo(new Mail(MailState.FAILED, 1, "550", NOW, null, null));

        var second = promise(organization, 2);
        assertThat(run(second)).isEmpty();

        assertThat(mail(second, 0)).isEqualTo(new Mail(MailState.FAILED, 0, "550", NOW, null, null));
        assertThat(mailer.sent()).extracting(Invitation::address).containsExactly("person1@acme.example");
    }

    @Test
    void another_organization_may_find_out_for_itself() {
        mailer.script(ANA, noMailbox(550));
        run(promise(organization, 1));

        run(promise(other, 1));

        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_resend_mails_all_the_same_and_success_clears_the_recipient() {
        mailer.script(ANA, noMailbox(550));
        run(promise(organization, 1));
        var suppressed = promise(organization, 1);
        run(suppressed);

        resend(suppressed);
        run(promise(organization, 1));

        assertThat(mailer.sent()).hasSize(2);
    }

    @Test
    void a_resend_that_is_refused_again_clears_nobody() {
        mailer.script(ANA, noMailbox(550), noMailbox(551));
        var first = promise(organization, 1);
        run(first);
        resend(first);

        var second = promise(organization, 1);
        run(second);

        assertThat(mail(second, 0).lastReply()).isEqualTo("551");
        assertThat(mailer.sent()).isEmpty();
    }

    @Test
    void a_message_refused_for_what_it_says_is_held_against_nobody() {
        mailer.script(ANA, code(554), noMailbox(554), noMailbox(450));
        run(promise(organization, 1));
        run(promise(organization, 1));
        clock.pass(Duration.ofHours(2));
        run(promise(organization, 1));

        run(promise(organization, 1));

        assertThat(mailer.sent()).hasSize(1);
    }

    @Test
    void a_node_that_dies_between_the_refusal_and_its_note_leaves_no_second_mail() {
        var batch = promise(organization, 1);
        fixture.suppressionList.add(
                organization.id(),
                fixture.token(batch, 0).addressHash().orElseThrow(),
                new RelayReply(SmtpStep.RCPT, 550),
                NOW);

        assertThat(run(batch)).isEmpty();
        assertThat(mailer.connections()).isZero();
        assertThat(mailer.sent()).isEmpty();
    }

    private EnrollmentBatch promise(Organization of, int count) {
        return fixture.promise(of, Examples.settings(Duration.ofDays(2)), count);
    }

    private void resend(EnrollmentBatch batch) {
        int mailing = fixture.invitations.beginMailing(batch);
        fixture.invitations.promiseAgain(batch, mailing, List.of(0), NOW);
        fixture.run(new DeliveryLane(batch.organizationId(), batch.id(), mailing, 0, 1));
    }

    private Optional<Instant> run(EnrollmentBatch batch) {
        return fixture.run(batch);
    }

    private Mail mail(EnrollmentBatch batch, int index) {
        return fixture.mail(batch, index);
    }
}
