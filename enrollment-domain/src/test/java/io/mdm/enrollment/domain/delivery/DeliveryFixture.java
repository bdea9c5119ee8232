package io.mdm.enrollment.domain.delivery;

import static io.mdm.enrollment.domain.Examples.NOW;
import static io.mdm.enrollment.domain.Examples.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.domain.Examples;
import io.mdm.enrollment.domain.InMemoryMdmDirectory;
import io.mdm.enrollment.domain.StoppedClock;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.InMemoryEnrollmentBatches;
import io.mdm.enrollment.domain.credential.CredentialFactory;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.InMemoryEnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A delivery with everything around it in memory, on a clock that stands still between the runs. */
public final class DeliveryFixture {
    public final InMemoryEnrollmentBatches batches = new InMemoryEnrollmentBatches();
    public final InMemoryEnrollmentTokens tokens = new InMemoryEnrollmentTokens();
    public final InMemoryInvitations invitations = new InMemoryInvitations(tokens);
    public final InMemoryMailings mailings = new InMemoryMailings();
    public final InMemoryMdmDirectory directory = new InMemoryMdmDirectory();
    public final InMemoryInvitationMailer mailer = new InMemoryInvitationMailer();
    /** Batches of which the delivery found nothing left. */
    public final List<String> completed = new ArrayList<>();

    public final HourlyMailQuotas quotas = new InMemoryHourlyMailQuotas();
    public final SuppressionList suppressionList = new InMemorySuppressionList();
    public final StoppedClock clock = new StoppedClock(NOW);
    public final Organization organization = Examples.organization();
    private LaneDelivery delivery = deliveryOn(mailer, Examples.configuration());

    public DeliveryFixture() {
        directory.add(organization);
    }

    /** The same, on a node that starts with this configuration. */
    public DeliveryFixture configured(ModuleConfiguration configuration) {
        delivery = deliveryOn(mailer, configuration);
        return this;
    }

    /** The same, with mail that goes to this relay. */
    public DeliveryFixture mailing(InvitationMailer real) {
        delivery = deliveryOn(real, Examples.configuration());
        return this;
    }

    private LaneDelivery deliveryOn(InvitationMailer relay, ModuleConfiguration configuration) {
        return new LaneDelivery(
                batches,
                tokens,
                invitations,
                mailings,
                (batch, now) -> completed.add(batch.id()),
                directory,
                new PersonalLinks(configuration, new CredentialFactory(configuration)),
                relay,
                quotas,
                suppressionList,
                configuration,
                new RetrySchedule(() -> 0.5),
                clock);
    }

    public LaneDelivery delivery() {
        return delivery;
    }

    public EnrollmentBatch promise(int count) {
        return promise(Examples.settings(), count);
    }

    public EnrollmentBatch promise(EnrollmentSettings settings, int count) {
        return promise(organization, settings, count);
    }

    public EnrollmentBatch promise(Organization of, EnrollmentSettings settings, int count) {
        var batch = Examples.batch(of, settings, count);
        promise(batch, Examples.tokens(batch, upTo(count)));
        return batch;
    }

    public void promise(EnrollmentBatch batch, List<EnrollmentToken> issued) {
        batches.add(batch, List.of());
        tokens.addAll(issued);
        invitations.addAll(batch, upTo(issued.size()));
    }

    /** One run of the batch's only lane. */
    public Optional<Instant> run(EnrollmentBatch batch) {
        return run(lane(batch));
    }

    public Optional<Instant> run(DeliveryLane lane) {
        return delivery.run(lane, () -> true);
    }

    /** Runs the lane whenever it asks to be run, and returns the time of the last run. */
    public Instant runToTheEnd(EnrollmentBatch batch) {
        for (var again = run(batch); again.isPresent(); again = run(batch)) {
            assertThat(again.get()).isAfterOrEqualTo(clock.instant());
            clock.set(again.get());
        }
        return clock.instant();
    }

    /** Runs the lane whenever it asks to be run, until this time. */
    public void runUntil(EnrollmentBatch batch, Instant end) {
        for (var again = run(batch); again.filter(next -> !next.isAfter(end)).isPresent(); again = run(batch)) {
            clock.set(again.get());
        }
        clock.set(end);
    }

    /** Claims it as another node would. */
    boolean claim(DeliveryLane lane, PromisedInvitation promised) {
        return invitations
                .store(lane, List.of(InvitationChange.claim(promised)))
                .contains(promised.index());
    }

    public static DeliveryLane lane(EnrollmentBatch batch) {
        return new DeliveryLane(
                batch.organizationId(), batch.id(), DeliveryLane.FIRST_MAILING, 0, Math.max(1, batch.total()));
    }

    /** Whom the relay took mail for, in this order. */
    public List<String> sentTo() {
        return mailer.sent().stream().map(Invitation::address).toList();
    }

    public Mail mail(EnrollmentBatch batch, int index) {
        return invitations.mail(batch, index).orElseThrow();
    }

    public EnrollmentToken token(EnrollmentBatch batch, int index) {
        return tokens.ofBatch(batch.organizationId(), batch.id(), List.of(index))
                .get(0);
    }

    public static Instant after(Duration duration) {
        return NOW.plus(duration);
    }
}
