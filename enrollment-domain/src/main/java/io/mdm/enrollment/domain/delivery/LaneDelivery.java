package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Delivery of lanes, a slice at a time, over one open connection to the relay. No database transaction is open while a
 * message is on its way; its outcome is stored with the claim of the next one, before that leaves, so that a node that
 * dies repeats at most the message it was sending.
 *
 * <p>One serves all lanes of a node: what it knows of the relay holds for all of them.
 */
@Dependent
public class LaneDelivery {
    /**
     * Invitations of one run; then the lane goes to the end of the queue, so that no large batch starves a small one.
     */
    private static final int MAX_SLICE = 200;

    /** Time after which a lane looks whether its batch is still paused. */
    private static final Duration PAUSED_BATCH = Duration.ofSeconds(5);

    /** The same for a batch that is long overdue; whoever gives it a new time moves its lanes as well. */
    private static final Duration OVERDUE_BATCH = Duration.ofMinutes(10);

    private final RelayHealth health = new RelayHealth();
    private final Doubts doubts = new Doubts();
    private final EnrollmentBatches batches;
    private final Invitations invitations;
    private final BatchCompletion completion;
    private final InvitationMailer mailer;
    private final HourlyMailQuota mailQuota;
    private final SliceDelivery slices;
    private final RetrySchedule retries;
    private final ModuleClock clock;

    @Inject
    public LaneDelivery(
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            Invitations invitations,
            Mailings mailings,
            BatchCompletion completion,
            MdmDirectory directory,
            PersonalLinks links,
            InvitationMailer mailer,
            HourlyMailQuotas quotas,
            SuppressionList suppressionList,
            ModuleConfiguration configuration,
            RetrySchedule retries,
            ModuleClock clock) {
        var suppression = new SuppressionRule(suppressionList, clock);
        this.batches = batches;
        this.invitations = invitations;
        this.completion = completion;
        this.mailer = mailer;
        this.mailQuota = new HourlyMailQuota(configuration, quotas, clock);
        this.slices = new SliceDelivery(
                tokens,
                mailings,
                directory,
                suppression,
                new NodeConfigurationRule(configuration, links),
                new InvitationSender(
                        batches,
                        new InvitationWriter(links),
                        mailQuota,
                        suppression,
                        new SendingPaceRule(mailer, health, doubts, retries, clock),
                        health),
                clock);
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Delivers the next slice of the lane.
     *
     * @return when the lane is to be run again, not before now; empty when nothing is left in it
     */
    public Optional<Instant> run(DeliveryLane lane, LaneRun run) {
        var waits = health.pausedUntil(clock.instant())
                .or(() -> mailQuota.reachedUntil(lane.organizationId()).map(this::soonAfter));
        if (waits.isPresent()) {
            return waits;
        }
        var batch = batches.find(lane.organizationId(), lane.batchId());
        var held = batch.flatMap(this::heldUntil);
        return held.isPresent() || batch.isEmpty() ? held : run.traced(() -> run(lane, batch.get(), run::isOurs));
    }

    /** When to look again at a batch whose invitations do not leave now. */
    private Optional<Instant> heldUntil(EnrollmentBatch batch) {
        var now = clock.instant();
        if (batch.isScheduled(now)) {
            return batch.sendAt();
        }
        if (isOver(batch)) {
            return Optional.empty();
        }
        if (batch.isLongOverdue(now) && !invitations.haveBegun(batch)) {
            return Optional.of(now.plus(retries.jittered(OVERDUE_BATCH)));
        }
        return batch.isPaused() ? Optional.of(nextLook()) : Optional.empty();
    }

    private Optional<Instant> run(DeliveryLane lane, EnrollmentBatch batch, BooleanSupplier ours) {
        var due = invitations.due(lane, clock.instant(), MAX_SLICE);
        if (!due.isEmpty()) {
            try (var channel = new RelayChannel(mailer)) {
                var attempts = new Attempts(lane, invitations, retries, clock);
                var undecided = new UndecidedInvitations(attempts, health, doubts, retries, clock);
                slices.deliver(slices.slice(lane, batch, due, attempts, undecided, channel), ours);
            } catch (BatchPaused paused) {
                return Optional.of(nextLook());
            } catch (HourlyMailQuotaReached reached) {
                return Optional.of(soonAfter(reached.until()));
            } catch (RelayUnavailable unavailable) {
                return Optional.of(pause(lane, unavailable));
            }
        }
        var next = invitations.nextDue(lane).map(this::notBeforeNow);
        if (next.isEmpty() && batch.isBulk()) {
            completion.completeIfSettled(batch, clock.instant());
        }
        return next;
    }

    /** Whether mail waits for the relay at present. */
    public boolean isPaused() {
        return health.pausedUntil(clock.instant()).isPresent();
    }

    /** When nothing of a batch can be redeemed any longer, its invitations are not held but abandoned. */
    private boolean isOver(EnrollmentBatch batch) {
        return !clock.instant().isBefore(batch.lastExpireAt());
    }

    /** When to look whether a paused batch goes on. */
    private Instant nextLook() {
        return clock.instant().plus(retries.jittered(PAUSED_BATCH));
    }

    /** Not all of an organization's lanes at once. */
    private Instant soonAfter(Instant room) {
        return room.plus(retries.jittered(RelayHealth.PAUSE));
    }

    private Instant pause(DeliveryLane lane, RelayUnavailable unavailable) {
        var now = clock.instant();
        var until = health.pausedUntil(now).orElseGet(() -> now.plus(retries.jittered(RelayHealth.PAUSE)));
        health.pause(until);
        health.report(
                String.valueOf(unavailable.getMessage()),
                mailer.sender(),
                lane.batchId() + "/" + lane.from(),
                now,
                until);
        return until;
    }

    private Instant notBeforeNow(Instant due) {
        var now = clock.instant();
        return due.isBefore(now) ? now : due;
    }
}
