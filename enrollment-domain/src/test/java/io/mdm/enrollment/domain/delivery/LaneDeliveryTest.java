package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.broken;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.code;
import static io.mdm.enrollment.domain.delivery.InMemoryInvitationMailer.Answer.lost;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable.Moment;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.LogOf;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.batch.Invitee;
import io.mdm.enrollment.domain.recipient.LocalPart;
import io.mdm.enrollment.domain.recipient.Recipient;
import io.mdm.enrollment.domain.token.CredentialSeed;
import io.mdm.enrollment.domain.token.DeviceId;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a lane is delivered, message by message, on a clock that stands still between the runs. */
class LaneDeliveryTest {
    private static final Duration RELAY_PAUSE = Duration.ofSeconds(15);

    private final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    private final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    private final InMemoryInvitations invitations = new InMemoryInvitations();
    private final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    private final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();
    private final StoppedClock clock = new StoppedClock(NOW);
    private final LaneDelivery delivery = deliveryWith(Examples.configuration());
    private final Organization organization = Examples.organization();

    @BeforeEach
    void organization_is_known() {
        directory.add(organization);
    }

    @AfterEach
    void every_connection_was_closed() {
        assertThat(mailer.open()).isZero();
    }

    @Test
    void every_invitation_is_sent_once_over_one_connection() {
        var batch = promise(5);

        assertThat(run(batch)).isEmpty();
        assertThat(run(batch)).isEmpty();

        assertThat(sentTo()).containsExactlyElementsOf(Examples.addresses(5));
        assertThat(mailer.connections()).isEqualTo(1);
        assertThat(mail(batch, 4)).isEqualTo(new BatchReport.Mail(MailState.SENT, 1, "250", NOW, NOW, null));
    }

    @Test
    void an_invitation_says_all_that_the_mail_needs() {
        var batch = Examples.batch(organization, Examples.fullSettings(), 1);
        var recipient = Recipient.of("Ana@B\u00fccher.Example", LocalPart.ASCII).orElseThrow();
        var token = EnrollmentToken.issue(
                batch, new Invitee(0, recipient), Optional.empty(), new CredentialSeed("up", new byte[16]));
        promise(batch, List.of(token));

        run(batch);

        assertThat(mailer.sent())
                .containsExactly(new Invitation(
                        token.id() + ".0.0",
                        "Ana@xn--bcher-kva.example",
                        "Ana@B\u00fccher.Example",
                        Language.ZH,
                        Examples.fullSettings().displayName(),
                        Examples.fullSettings().emailText(),
                        new PersonalLink(
                                URI.create("https://mdm.example/enroll"),
                                token.credential(Examples.credentials()).value()),
                        token.enrollCode(Examples.credentials()).value(),
                        batch.expireAt(),
                        organization.name(),
                        organization.windowsEnterprise().orElseThrow()));
    }

    @Test
    void a_long_lane_goes_to_the_end_of_the_queue_after_a_slice() {
        var batch = promise(450);

        assertThat(run(batch)).contains(NOW);
        assertThat(mailer.sent()).hasSize(200);
        assertThat(run(batch)).contains(NOW);
        assertThat(run(batch)).isEmpty();
        assertThat(sentTo()).containsExactlyElementsOf(Examples.addresses(450));
    }

    @Test
    void a_lane_that_gets_on_slowly_goes_to_the_end_of_the_queue_after_a_while() {
        var batch = promise(5);
        Examples.addresses(5)
                .forEach(address -> mailer.script(address, invitation -> {
                    clock.pass(Duration.ofSeconds(2));
                    return new RelayReply(250);
                }));

        assertThat(run(batch)).contains(after(Duration.ofSeconds(6)));
        assertThat(mailer.sent()).hasSize(3);
        assertThat(run(batch)).isEmpty();
        assertThat(sentTo()).containsExactlyElementsOf(Examples.addresses(5));
    }

    @Test
    void a_lane_in_which_nothing_is_due_asks_for_no_connection() {
        var batch = promise(1);
        mailer.script("person0@acme.example", code(450));
        run(batch);

        assertThat(run(batch)).contains(after(Duration.ofMinutes(5)));
        assertThat(mailer.connections()).isEqualTo(1);
    }

    @Test
    void what_is_put_off_twice_is_sent_at_the_third_attempt() {
        var batch = promise(1);
        mailer.script("person0@acme.example", code(450), code(451));

        assertThat(run(batch)).contains(after(Duration.ofMinutes(5)));
        clock.pass(Duration.ofMinutes(5));
        assertThat(run(batch)).contains(after(Duration.ofMinutes(20)));
        assertThat(mail(batch, 0))
                .isEqualTo(
                        new BatchReport.Mail(MailState.DEFERRED, 2, "451", NOW, null, after(Duration.ofMinutes(20))));
        clock.pass(Duration.ofMinutes(15));
        assertThat(run(batch)).isEmpty();

        assertThat(mail(batch, 0).state()).isEqualTo(MailState.SENT);
        assertThat(mail(batch, 0).attempts()).isEqualTo(3);
    }

    @Test
    void what_is_refused_has_failed_and_delays_nobody() {
        var batch = promise(3);
        mailer.script("person0@acme.example", code(550));
        mailer.script("person1@acme.example", code(450));

        assertThat(run(batch)).contains(after(Duration.ofMinutes(5)));

        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 1, "550", NOW, null, null));
        assertThat(sentTo()).containsExactly("person2@acme.example");
    }

    @Test
    void a_relay_that_is_away_for_ten_minutes_pauses_the_lane_and_counts_no_attempt() {
        var batch = promise(3);
        mailer.goAway();
        for (int i = 0; i < 40; i++) {
            assertThat(run(batch)).contains(clock.instant().plus(RELAY_PAUSE));
            clock.pass(RELAY_PAUSE);
        }
        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.QUEUED, 0, null, NOW, null, NOW));

        mailer.comeBack();

        assertThat(run(batch)).isEmpty();
        assertThat(mailer.sent()).hasSize(3);
    }

    @Test
    void while_the_relay_is_away_one_lane_tries_it_for_all() {
        var batches = List.of(promise(1), promise(1), promise(1));
        mailer.goAway();

        assertThat(batches).allSatisfy(batch -> assertThat(run(batch)).contains(after(RELAY_PAUSE)));
        assertThat(mailer.connections()).isEqualTo(1);

        clock.pass(RELAY_PAUSE);
        mailer.comeBack();
        assertThat(batches).allSatisfy(batch -> assertThat(run(batch)).isEmpty());
        assertThat(mailer.sent()).hasSize(3);
    }

    @Test
    void a_relay_that_only_wants_no_further_connections_holds_up_no_others() {
        var working = promise(1);
        var surplus = promise(1);
        var next = promise(1);
        mailer.script("person0@acme.example", invitation -> {
            mailer.goAway();
            assertThat(run(surplus)).contains(after(RELAY_PAUSE));
            mailer.comeBack();
            return new RelayReply(250);
        });

        assertThat(run(working)).isEmpty();

        assertThat(run(next)).isEmpty();
        assertThat(mail(surplus, 0).attempts()).isZero();
    }

    @Test
    void a_connection_lost_before_a_message_leaves_it_as_it_was() {
        var batch = promise(4);
        mailer.script("person2@acme.example", lost(Moment.BEFORE_MESSAGE));

        assertThat(run(batch)).contains(after(RELAY_PAUSE));
        assertThat(sentTo()).containsExactly("person0@acme.example", "person1@acme.example");
        assertThat(mail(batch, 2).attempts()).isZero();

        clock.pass(RELAY_PAUSE);
        assertThat(run(batch)).isEmpty();
        assertThat(sentTo()).containsExactlyElementsOf(Examples.addresses(4));
    }

    @Test
    void a_connection_lost_during_a_message_has_it_sent_again_with_the_same_link() {
        var batch = promise(2);
        var tried = new ArrayList<Invitation>();
        mailer.script("person0@acme.example", invitation -> {
            tried.add(invitation);
            return lost(Moment.DURING_MESSAGE).to(invitation);
        });

        assertThat(run(batch)).contains(after(RELAY_PAUSE));
        assertThat(mail(batch, 0))
                .isEqualTo(new BatchReport.Mail(MailState.DEFERRED, 0, null, NOW, null, after(Duration.ofMinutes(1))));

        clock.pass(RELAY_PAUSE);
        assertThat(run(batch)).contains(after(Duration.ofMinutes(1)));
        assertThat(sentTo()).containsExactly("person1@acme.example");

        clock.set(after(Duration.ofMinutes(1)));
        assertThat(run(batch)).isEmpty();
        assertThat(mailer.sent().get(1)).isEqualTo(tried.get(0));
    }

    @Test
    void a_message_on_which_the_connection_is_always_lost_is_given_up_before_its_link_expires() {
        var batch = promise(1);
        mailer.script("person0@acme.example", lost(Moment.DURING_MESSAGE));
        clock.set(batch.expireAt().minusSeconds(30));

        run(batch);

        assertThat(mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    @Test
    void a_node_that_lost_the_lane_sends_nothing_more() {
        var batch = promise(3);
        Iterator<Boolean> ours = List.of(true, true, false).iterator();

        assertThat(delivery.run(lane(batch), ours::next)).contains(NOW);

        assertThat(sentTo()).containsExactly("person0@acme.example", "person1@acme.example");
        assertThat(mail(batch, 2).state()).isEqualTo(MailState.QUEUED);
    }

    @Test
    void an_address_that_needs_smtputf8_waits_while_it_is_off_and_fails_nobody() {
        var batch = promiseToJose();

        try (var log = LogOf.logger(SmtpUtf8Rule.class)) {
            assertThat(run(batch)).contains(after(Duration.ofHours(1)));
            assertThat(log.messages())
                    .containsExactly("WARNING: 1 invitations of batch " + batch.id()
                            + " are deferred: their addresses need mdm.enrollment.mail.smtputf8=true");
        }
        assertThat(sentTo()).containsExactly("person1@acme.example");
        assertThat(mail(batch, 0))
                .isEqualTo(new BatchReport.Mail(MailState.DEFERRED, 0, null, NOW, null, after(Duration.ofHours(1))));

        clock.pass(Duration.ofHours(1));
        assertThat(deliveryWith(withSmtpUtf8()).run(lane(batch), () -> true)).isEmpty();
        assertThat(mailer.sent().get(1).address()).isEqualTo("jos\u00e9@xn--bcher-kva.example");
        assertThat(mailer.sent().get(1).email()).isEqualTo("jos\u00e9@B\u00fccher.example");
        assertThat(mail(batch, 0).state()).isEqualTo(MailState.SENT);
    }

    @Test
    void for_smtputf8_an_invitation_waits_three_days() {
        var batch = promiseToJose();

        assertThat(lastRunOf(batch)).isBetween(after(Duration.ofHours(70)), after(Duration.ofHours(72)));

        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 1, null, NOW, null, null));
    }

    @Test
    void there_is_no_point_in_a_link_that_opens_nothing() {
        var batch = promise(3);
        token(batch, 0).redeem(DeviceId.of(Examples.id()), NOW);
        token(batch, 1).revoke(NOW);

        run(batch);

        assertThat(sentTo()).containsExactly("person2@acme.example");
        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 0, null, NOW, null, null));
        assertThat(mail(batch, 1)).isEqualTo(mail(batch, 0));
    }

    @Test
    void an_expired_invitation_is_given_up() {
        var batch = promise(1);
        mailer.goAway();
        run(batch);
        clock.set(batch.expireAt());
        mailer.comeBack();

        assertThat(run(batch)).isEmpty();

        assertThat(mailer.sent()).isEmpty();
        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 0, null, NOW, null, null));
    }

    @Test
    void a_message_that_cannot_be_written_fails_after_three_tries_while_the_others_leave() {
        var batch = promise(3);
        mailer.script("person1@acme.example", broken(), broken(), broken());

        assertThat(run(batch)).contains(after(Duration.ofMinutes(5)));
        assertThat(sentTo()).containsExactly("person0@acme.example", "person2@acme.example");
        clock.pass(Duration.ofMinutes(5));
        assertThat(run(batch)).contains(after(Duration.ofMinutes(20)));
        clock.pass(Duration.ofMinutes(15));
        assertThat(run(batch)).isEmpty();

        assertThat(mail(batch, 1)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 3, null, NOW, null, null));
        assertThat(mailer.sent()).hasSize(2);
    }

    @Test
    void an_organization_that_is_gone_is_waited_for_a_while_and_not_for_ever() {
        var batch = promise(2);
        directory.remove(organization);

        assertThat(run(batch)).contains(after(Duration.ofMinutes(5)));
        clock.pass(Duration.ofMinutes(5));
        assertThat(run(batch)).contains(after(Duration.ofMinutes(20)));
        clock.pass(Duration.ofMinutes(15));
        assertThat(run(batch)).isEmpty();

        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 3, null, NOW, null, null));
    }

    @Test
    void a_relay_that_puts_off_for_ever_is_asked_until_the_token_expires() {
        var batch = promise(Examples.settings(Duration.ofMinutes(30)), 1);
        mailer.script("person0@acme.example", code(450), code(450), code(450));

        assertThat(lastRunOf(batch)).isEqualTo(after(Duration.ofMinutes(20)));

        assertThat(mail(batch, 0)).isEqualTo(new BatchReport.Mail(MailState.FAILED, 3, "450", NOW, null, null));
    }

    @Test
    void a_relay_that_puts_off_for_ever_is_asked_for_three_days() {
        var batch = promise(Examples.settings(Duration.ofDays(30)), 1);
        mailer.script(
                "person0@acme.example",
                Stream.generate(() -> code(450)).limit(1_000).toArray(InMemoryInvitationMailer.Answer[]::new));

        assertThat(lastRunOf(batch)).isBetween(after(Duration.ofHours(70)), after(Duration.ofHours(72)));

        assertThat(mail(batch, 0).state()).isEqualTo(MailState.FAILED);
    }

    /** Runs the lane whenever it asks to be run. */
    private Instant lastRunOf(EnrollmentBatch batch) {
        for (var again = run(batch); again.isPresent(); again = run(batch)) {
            assertThat(again.get()).isAfter(clock.instant());
            clock.set(again.get());
        }
        return clock.instant();
    }

    private LaneDelivery deliveryWith(ModuleConfiguration configuration) {
        return new LaneDelivery(
                batches,
                tokens,
                invitations,
                directory,
                new PersonalLinks(configuration, Examples.credentials()),
                mailer,
                new InMemoryHourlyMailQuotas(),
                new InMemorySuppressionList(),
                configuration,
                new RetrySchedule(() -> 0.5),
                clock);
    }

    private static ModuleConfiguration withSmtpUtf8() {
        var plain = Examples.configuration();
        return new ModuleConfiguration(
                plain.linkBase(),
                plain.secretKeys(),
                plain.mailWorkers(),
                plain.hourlyMailQuota(),
                true,
                plain.directoryFile());
    }

    /** He was admitted while SMTPUTF8 was on; the second recipient does not need it. */
    private EnrollmentBatch promiseToJose() {
        var batch = Examples.batch(organization, Examples.settings(Duration.ofDays(30)), 2);
        var recipient =
                Recipient.of("jos\u00e9@B\u00fccher.example", LocalPart.UTF8).orElseThrow();
        var token = EnrollmentToken.issue(
                batch, new Invitee(0, recipient), Optional.empty(), new CredentialSeed("up", new byte[16]));
        promise(batch, List.of(token, Examples.token(batch, 1, Optional.empty())));
        return batch;
    }

    private EnrollmentBatch promise(int count) {
        return promise(Examples.settings(), count);
    }

    private EnrollmentBatch promise(EnrollmentSettings settings, int count) {
        var batch = Examples.batch(organization, settings, count);
        promise(batch, Examples.tokens(batch, upTo(count)));
        return batch;
    }

    private void promise(EnrollmentBatch batch, List<EnrollmentToken> issued) {
        batches.add(batch, List.of());
        tokens.addAll(issued);
        invitations.addAll(batch, upTo(issued.size()));
    }

    private Optional<Instant> run(EnrollmentBatch batch) {
        return delivery.run(lane(batch), () -> true);
    }

    private static DeliveryLane lane(EnrollmentBatch batch) {
        return new DeliveryLane(batch.organizationId(), batch.id(), 0, 0, batch.total());
    }

    private List<String> sentTo() {
        return mailer.sent().stream().map(Invitation::email).toList();
    }

    private BatchReport.Mail mail(EnrollmentBatch batch, int index) {
        return invitations.mail(batch, index).orElseThrow();
    }

    private EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens.ofBatch(organization.id(), batch.id(), List.of(index)).get(0);
    }

    private static Instant after(Duration duration) {
        return NOW.plus(duration);
    }
}
