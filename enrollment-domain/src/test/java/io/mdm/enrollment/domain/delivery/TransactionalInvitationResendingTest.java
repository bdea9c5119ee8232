package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.RateLimit;
import io.mdm.enrollment.api.ResendBatch;
import io.mdm.enrollment.api.ResendBatch.Selection;
import io.mdm.enrollment.api.ResentBatch;
import io.mdm.enrollment.api.ResentInvitation;
import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.MailingPromised;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.SmtpStep;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.audit.AuditEntry;
import io.mdm.enrollment.domain.audit.AuditTrail;
import io.mdm.enrollment.domain.audit.InMemoryAuditEntries;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TransactionalInvitationResendingTest {
    private static final Instant LATER = NOW.plusSeconds(300);

    private final InMemoryAuditEntries audit = new InMemoryAuditEntries();
    private final DeliveryFixture fixture = new DeliveryFixture();
    private final InMemoryEnrollmentBatches batches = fixture.batches;
    private final InMemoryEnrollmentTokens tokens = fixture.tokens;
    private final InMemoryInvitations invitations = fixture.invitations;
    private final InMemoryInvitationMailer mailer = fixture.mailer;
    private final StoppedClock clock = fixture.clock;
    private final LaneDelivery delivery = fixture.delivery();
    private final InMemoryEvent<MailingPromised> promised = new InMemoryEvent<>();
    private final InMemoryDeliveries deliveries = new InMemoryDeliveries();
    private final TransactionalInvitationResending resending = new TransactionalInvitationResending(
            tokens,
            batches,
            invitations,
            new Outbox(invitations, fixture.mailings, deliveries, deliveries, promised),
            new AuditTrail(audit, () -> Optional.of("admin@acme.example"), clock),
            Examples.configuration(),
            clock);
    private final Organization organization = fixture.organization;

    @Test
    void the_same_link_goes_out_again_under_another_key() {
        var batch = invite(Examples.settings(), 2);
        deliver(first(batch));
        clock.set(LATER);

        assertThat(resend(batch, 1, LinkRotation.KEEP))
                .isEqualTo(new ResentInvitation(
                        token(batch, 1).id(), new Mail(MailState.QUEUED, 0, null, LATER, null, LATER)));
        assertThat(deliveries.lanes()).containsExactly(new DeliveryLane(organization.id(), batch.id(), 1, 1, 2));
        deliverAll();

        assertThat(sentTo(1)).hasSize(2);
        assertThat(sentTo(1))
                .extracting(Invitation::link)
                .containsOnly(sentTo(1).get(0).link());
        assertThat(sentTo(1)).extracting(Invitation::messageKey).doesNotHaveDuplicates();
        assertThat(mail(batch, 1)).isEqualTo(new Mail(MailState.SENT, 1, "250", LATER, LATER, null));
        assertThat(sentTo(0)).hasSize(1);
    }

    @Test
    void every_resend_wakes_the_delivery_unless_there_is_nothing_to_send() {
        var batch = invite(Examples.silentSettings(), 2);

        resend(batch, 0, LinkRotation.KEEP);
        assertThat(deliveries.wakeUps()).isEqualTo(1);
        resendBatch(batch);
        assertThat(deliveries.wakeUps()).isEqualTo(2);
        resendBatch(batch);
        assertThat(deliveries.wakeUps()).isEqualTo(2);
    }

    @Test
    void a_new_link_ends_the_old_one() {
        var batch = invite(Examples.settings(), 1);
        deliver(first(batch));

        resend(batch, 0, LinkRotation.ROTATE);
        deliverAll();

        assertThat(token(batch, 0).generation()).isEqualTo(1);
        assertThat(sentTo(0)).extracting(Invitation::link).doesNotHaveDuplicates();
    }

    @Test
    void what_was_resent_before_it_left_leaves_once() {
        var batch = invite(Examples.settings(), 1);

        resend(batch, 0, LinkRotation.KEEP);
        deliver(first(batch));
        deliverAll();

        assertThat(sentTo(0)).hasSize(1);
    }

    @Test
    void what_is_resent_while_its_lane_is_at_work_leaves_once_and_with_the_new_link() {
        var batch = invite(Examples.settings(), 2);
        var asked = new AtomicInteger();

        delivery.run(first(batch), () -> {
            if (asked.getAndIncrement() == 1) {
                resend(batch, 1, LinkRotation.ROTATE);
            }
            return true;
        });
        deliverAll();

        assertThat(sentTo(1))
                .extracting(sent -> sent.link().uri().toString())
                .containsExactly("https://mdm.example/enroll/"
                        + token(batch, 1).credential(Examples.credentials()).value());
    }

    @Test
    void each_resend_counts_its_own_three_days() {
        var batch = invite(Examples.settings(Duration.ofDays(30)), 1);
        clock.set(NOW.plus(Duration.ofDays(20)));
        mailer.script("person0@acme.example", InMemoryInvitationMailer.Answer.code(450));

        resend(batch, 0, LinkRotation.KEEP);
        deliverAll();

        assertThat(mail(batch, 0).state()).isEqualTo(MailState.DEFERRED);
    }

    @Test
    void one_that_asked_for_no_mail_gets_it_when_it_is_asked_for() {
        var batch = invite(Examples.silentSettings(), 2);

        resend(batch, 0, LinkRotation.KEEP);
        deliverAll();

        assertThat(sentTo(0)).hasSize(1);
        assertThat(sentTo(1)).isEmpty();
    }

    @Test
    void nobody_is_invited_to_a_token_that_has_ended() {
        var batch = invite(Examples.settings(), 3);
        token(batch, 0).revoke(NOW);
        token(batch, 1).redeem(DeviceId.of(Examples.id()), NOW);

        assertNotUsable(Reason.REVOKED, batch, 0);
        assertNotUsable(Reason.USED, batch, 1);
        clock.set(batch.expireAt());
        assertNotUsable(Reason.EXPIRED, batch, 2);
        assertThat(deliveries.lanes()).isEmpty();
        assertThat(token(batch, 0).generation()).isZero();
    }

    @Test
    void another_organization_has_no_such_token_and_no_such_bulk() {
        var batch = invite(Examples.settings(), 1);

        assertNotFound(() -> resending.resend(Examples.id(), token(batch, 0).id(), LinkRotation.ROTATE));
        assertNotFound(() -> resending.resend(organization.id(), Examples.id(), LinkRotation.KEEP));
        assertNotFound(() -> resending.resendBatch(ResendBatch.toUnreached(Examples.id(), batch.id())));
        assertNotFound(() -> resending.resendBatch(ResendBatch.toUnreached(organization.id(), Examples.id())));
    }

    @Test
    void of_a_bulk_only_those_that_failed_are_resent() {
        var batch = invite(Examples.settings(), 6);
        var lane = first(batch);
        invitations.store(lane, List.of(InvitationChange.sent(0, new RelayReply(SmtpStep.CONTENT, 250), NOW)));
        invitations.store(lane, List.of(InvitationChange.deferred(1, Optional.empty(), LATER)));
        invitations.store(
                lane, List.of(InvitationChange.failed(2, Optional.of(new RelayReply(SmtpStep.CONTENT, 550)))));
        invitations.store(
                lane, List.of(InvitationChange.failed(3, Optional.of(new RelayReply(SmtpStep.CONTENT, 550)))));
        invitations.store(lane, List.of(InvitationChange.abandoned(4)));
        token(batch, 4).revoke(NOW);

        assertThat(resendBatch(batch)).isEqualTo(new ResentBatch(6, 2, 0));
        assertThat(resendBatch(batch)).isEqualTo(new ResentBatch(6, 0, 0));
        assertThat(deliveries.lanes()).containsExactly(new DeliveryLane(organization.id(), batch.id(), 1, 2, 4));
        deliverAll();

        assertThat(mailer.sent())
                .extracting(Invitation::address)
                .containsExactly("person2@acme.example", "person3@acme.example");
    }

    @Test
    void of_a_bulk_without_mail_all_are_sent() {
        var batch = invite(Examples.silentSettings(), 450);

        assertThat(resendBatch(batch)).isEqualTo(new ResentBatch(450, 450, 0));
        assertThat(deliveries.lanes()).hasSize(16);
        deliverAll();

        assertThat(mailer.sent())
                .extracting(Invitation::address)
                .containsExactlyInAnyOrderElementsOf(Examples.addresses(450));
    }

    @Test
    void of_a_bulk_that_has_expired_nothing_is_resent() {
        var batch = invite(Examples.silentSettings(), 2);
        clock.set(batch.expireAt());

        assertThat(resendBatch(batch)).isEqualTo(new ResentBatch(2, 0, 0));
        assertThat(deliveries.lanes()).isEmpty();
    }

    @Test
    void an_invitation_is_resent_once_a_minute_and_its_link_is_not_rotated_in_between() {
        var batch = invite(Examples.settings(), 2);
        resend(batch, 0, LinkRotation.ROTATE);
        clock.pass(Duration.ofMillis(1));

        assertThatExceptionOfType(LimitReached.class)
                .isThrownBy(() -> resend(batch, 0, LinkRotation.ROTATE))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(EnrollmentProblem.RESENT_TOO_SOON);
                    assertThat(refused.limit())
                            .isEqualTo(new RateLimit(1, Duration.ofMinutes(1), 0, Duration.ofMillis(59_999)));
                });
        assertThat(token(batch, 0).generation()).isEqualTo(1);
        assertThatCode(() -> resend(batch, 1, LinkRotation.KEEP))
                .as("another person")
                .doesNotThrowAnyException();
        clock.pass(Duration.ofMillis(59_999));
        resend(batch, 0, LinkRotation.ROTATE);
        assertThat(token(batch, 0).generation()).isEqualTo(2);
    }

    @Test
    void of_a_bulk_who_was_resent_a_moment_ago_is_left_out() {
        var batch = invite(Examples.silentSettings(), 4);
        resendBatch(batch);
        invitations.store(
                mailing(batch, 1),
                List.of(InvitationChange.failed(0, Optional.of(new RelayReply(SmtpStep.CONTENT, 550)))));
        invitations.store(
                mailing(batch, 1),
                List.of(InvitationChange.failed(1, Optional.of(new RelayReply(SmtpStep.CONTENT, 550)))));
        token(batch, 1).revoke(NOW);

        assertThat(resendBatch(batch)).as("at once").isEqualTo(new ResentBatch(4, 0, 1));
        clock.pass(Duration.ofMinutes(1));
        assertThat(resendBatch(batch)).as("a minute later").isEqualTo(new ResentBatch(4, 1, 0));
    }

    @Test
    void who_has_not_enrolled_is_reminded_and_nobody_else() {
        var earlier = invite(Examples.settings(), 4);
        var batch = invite(Examples.settings(), 7);
        deliver(first(batch));
        clock.set(LATER);
        token(batch, 0).redeem(DeviceId.of(Examples.id()), LATER);
        token(batch, 1).revoke(LATER);
        token(earlier, 2).redeem(DeviceId.of(Examples.id()), NOW);
        token(earlier, 3).redeem(DeviceId.of(Examples.id()), NOW.minusMillis(1));
        invitations.promiseAgain(batch, 7, List.of(4), NOW);

        assertThat(remind(batch, LinkRotation.KEEP, Optional.empty())).isEqualTo(new ResentBatch(7, 3, 0));
        deliverAll();

        assertThat(deliveries.lanes()).containsExactly(new DeliveryLane(organization.id(), batch.id(), 1, 3, 7));
        assertThat(mailer.sent())
                .extracting(Invitation::address)
                .endsWith("person3@acme.example", "person5@acme.example", "person6@acme.example")
                .hasSize(7 + 3);
        assertThat(audit.all()).extracting(AuditEntry::action).containsExactly(AuditAction.REMINDED);
        assertThat(promised.fired()).containsExactly(new MailingPromised(MailingKind.REMINDER));
        assertThat(remind(batch, LinkRotation.KEEP, Optional.empty())).isEqualTo(new ResentBatch(7, 0, 3));
    }

    @Test
    void a_bulk_can_be_resent_with_new_links_and_another_text() {
        var batch = invite(Examples.fullSettings(), 3);
        deliver(first(batch));
        clock.set(LATER);

        assertThat(remind(batch, LinkRotation.ROTATE, Optional.of("Last call"))).isEqualTo(new ResentBatch(3, 3, 0));
        deliverAll();

        assertThat(sentTo(1))
                .extracting(Invitation::emailText)
                .containsExactly(Examples.fullSettings().emailText(), "Last call");
        assertThat(sentTo(1)).extracting(Invitation::link).doesNotHaveDuplicates();
        assertThat(token(batch, 1).generation()).isEqualTo(1);
        assertThat(fixture.mailings.of(batch))
                .containsExactly(new PromisedMailing(1, MailingKind.REMINDER, true, Optional.of("Last call"), LATER));
    }

    @Test
    void only_links_of_those_who_are_mailed_are_rotated() {
        var batch = invite(Examples.settings(), 2);
        deliver(first(batch));
        invitations.store(mailing(batch, 0), List.of(InvitationChange.failed(0, Optional.empty())));

        resending.resendBatch(new ResendBatch(
                organization.id(), batch.id(), Selection.UNREACHED, LinkRotation.ROTATE, Optional.empty()));

        assertThat(token(batch, 0).generation()).isEqualTo(1);
        assertThat(token(batch, 1).generation()).isZero();
    }

    private ResentBatch remind(EnrollmentBatch batch, LinkRotation rotation, Optional<String> emailText) {
        return resending.resendBatch(
                new ResendBatch(organization.id(), batch.id(), Selection.NOT_ENROLLED, rotation, emailText));
    }

    private static DeliveryLane mailing(EnrollmentBatch batch, int number) {
        return new DeliveryLane(batch.organizationId(), batch.id(), number, 0, batch.total());
    }

    private EnrollmentBatch invite(EnrollmentSettings settings, int count) {
        var batch = Examples.batch(organization, settings, count);
        batch.conclude(count);
        batches.add(batch, List.of());
        tokens.addAll(Examples.tokens(batch, upTo(count)));
        if (settings.sendEmail()) {
            invitations.addAll(batch, upTo(count));
        }
        return batch;
    }

    private ResentInvitation resend(EnrollmentBatch batch, int index, LinkRotation rotation) {
        return resending.resend(organization.id(), token(batch, index).id(), rotation);
    }

    private ResentBatch resendBatch(EnrollmentBatch batch) {
        return resending.resendBatch(ResendBatch.toUnreached(organization.id(), batch.id()));
    }

    private void deliverAll() {
        deliveries.lanes().forEach(this::deliver);
    }

    private void deliver(DeliveryLane lane) {
        delivery.run(lane, () -> true);
    }

    private static DeliveryLane first(EnrollmentBatch batch) {
        return new DeliveryLane(batch.organizationId(), batch.id(), DeliveryLane.FIRST_MAILING, 0, batch.total());
    }

    private List<Invitation> sentTo(int index) {
        return mailer.sent().stream()
                .filter(sent -> sent.address().equals("person" + index + "@acme.example"))
                .toList();
    }

    private Mail mail(EnrollmentBatch batch, int index) {
        return invitations.mail(batch, index).orElseThrow();
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens.ofBatch(organization.id(), batch.id(), List.of(index)).get(0);
    }

    private void assertNotUsable(Reason reason, EnrollmentBatch batch, int index) {
        assertThatExceptionOfType(TokenNotUsable.class)
                .isThrownBy(() -> resend(batch, index, LinkRotation.ROTATE))
                .extracting(TokenNotUsable::reason)
                .isEqualTo(reason);
    }

    private static void assertNotFound(Runnable call) {
        assertThatExceptionOfType(EnrollmentException.class)
                .isThrownBy(call::run)
                .extracting(EnrollmentException::problem)
                .isEqualTo(EnrollmentProblem.ENTITY_NOT_FOUND);
    }
}
