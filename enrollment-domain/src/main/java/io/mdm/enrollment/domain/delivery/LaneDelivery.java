package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import io.mdm.enrollment.domain.token.PersonalLinks;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Delivery of lanes, a slice at a time, over one open connection to the relay. No database transaction is open while a
 * message is on its way; its outcome is stored before the next one leaves, so that a node that dies repeats at most the
 * message it was sending.
 *
 * <p>One serves all lanes of a node: what it knows of the relay holds for all of them.
 */
@Dependent
public class LaneDelivery {
    /**
     * Invitations of one run; then the lane goes to the end of the queue, so that no large batch starves a small one.
     */
    private static final int MAX_SLICE = 200;

    private final RelayPause relayPause = new RelayPause();
    private final Invitations invitations;
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
            MdmDirectory directory,
            PersonalLinks links,
            InvitationMailer mailer,
            HourlyMailQuotas quotas,
            SuppressionList suppressionList,
            ModuleConfiguration configuration,
            RetrySchedule retries,
            ModuleClock clock) {
        var suppression = new SuppressionRule(suppressionList, clock);
        var attempts = new Attempts(invitations, retries, clock);
        this.invitations = invitations;
        this.mailer = mailer;
        this.mailQuota = new HourlyMailQuota(configuration, quotas, clock);
        this.slices = new SliceDelivery(
                batches,
                tokens,
                directory,
                invitations,
                suppression,
                new SmtpUtf8Rule(configuration),
                new InvitationSender(new InvitationWriter(links), suppression, attempts, relayPause),
                attempts,
                clock);
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Delivers the next slice of the lane.
     *
     * @param ours asked before every message: whether this node may still send, because another one may have taken over
     * @return when the lane is to be run again, not before now; empty when nothing is left in it
     */
    public Optional<Instant> run(DeliveryLane lane, BooleanSupplier ours) {
        var waits = relayPause
                .end(clock.instant())
                .or(() -> mailQuota.reachedUntil(lane.organizationId()).map(this::soonAfter));
        if (waits.isPresent()) {
            return waits;
        }
        var due = invitations.due(lane, clock.instant(), MAX_SLICE);
        if (!due.isEmpty()) {
            try (var connection = mailQuota.over(connect(), lane.organizationId())) {
                slices.deliver(lane, due, connection, ours);
            } catch (HourlyMailQuotaReached reached) {
                return Optional.of(soonAfter(reached.until()));
            } catch (RelayUnavailable unavailable) {
                return Optional.of(pause(unavailable));
            }
        }
        return invitations.nextDue(lane).map(this::notBeforeNow);
    }

    /** Not all of an organization's lanes at once. */
    private Instant soonAfter(Instant room) {
        return room.plus(retries.jittered(RelayPause.LENGTH));
    }

    private InvitationMailer.Connection connect() throws RelayUnavailable {
        try {
            return mailer.connect();
        } catch (RelayUnavailable unavailable) {
            relayPause.begin(afterPause());
            throw unavailable;
        }
    }

    private Instant pause(RelayUnavailable unavailable) {
        var until = relayPause.end(clock.instant()).orElseGet(this::afterPause);
        relayPause.report(String.valueOf(unavailable.getMessage()), clock.instant(), until);
        return until;
    }

    private Instant afterPause() {
        return clock.instant().plus(retries.jittered(RelayPause.LENGTH));
    }

    private Instant notBeforeNow(Instant due) {
        var now = clock.instant();
        return due.isBefore(now) ? now : due;
    }
}
