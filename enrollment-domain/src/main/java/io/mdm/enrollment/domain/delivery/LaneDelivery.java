package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.Invitation;
import io.mdm.enrollment.api.spi.InvitationMailer;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Delivers a lane, a slice at a time, over one open connection to the relay. No database transaction is open while a
 * message is on its way; what became of it is stored before the next one leaves, so that a node that dies repeats at most
 * the message it was sending.
 */
@ApplicationScoped
public class LaneDelivery {
    /** A lane goes back to the end of the queue after as many, so that no large batch starves a small one. */
    private static final int SLICE = 200;
    /** Or after this time, where the relay is slow or the rate is low. */
    private static final Duration SLICE_TIME = Duration.ofSeconds(5);

    private static final Logger LOG = System.getLogger(LaneDelivery.class.getName());

    RetrySchedule retries = RetrySchedule.random();

    private final RelayPause relayPause = new RelayPause();

    @Inject
    EnrollmentBatches batches;

    @Inject
    EnrollmentTokens tokens;

    @Inject
    Invitations invitations;

    @Inject
    MdmDirectory directory;

    @Inject
    InvitationWriter writer;

    @Inject
    InvitationMailer mailer;

    @Inject
    HourlyMailQuota mailQuota;

    @Inject
    SuppressionRule suppression;

    @Inject
    Attempts attempts;

    @Inject
    ModuleClock clock;

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
        var due = invitations.due(lane, clock.instant(), SLICE);
        if (!due.isEmpty()) {
            var batch = batches.find(lane.organizationId(), lane.batchId()).orElseThrow();
            var organization = directory.organization(lane.organizationId());
            try (var connection = mailQuota.over(connect(), lane.organizationId())) {
                deliver(due, new Slice(lane, batch, organization, connection), ours);
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

    private void deliver(List<PromisedInvitation> due, Slice slice, BooleanSupplier ours) throws RelayUnavailable {
        var tokenAt = tokenAt(due, slice.lane());
        var suppressed = suppression.suppressedIn(slice.lane(), tokenAt.values());
        var end = clock.instant().plus(SLICE_TIME);
        for (var promised : due) {
            if (!ours.getAsBoolean() || clock.instant().isAfter(end)) {
                return;
            }
            var token = tokenAt.get(promised.index());
            if (token == null || !token.isLive(clock.instant())) {
                invitations.abandoned(slice.lane(), promised.index());
                continue;
            }
            var earlier = token.addressHash().map(suppressed::get);
            if (earlier.isPresent()) {
                invitations.suppressed(slice.lane(), promised.index(), earlier.get());
            } else if (invitations.isPending(slice.lane(), promised.index())) {
                // else it was resent meanwhile, and the token's link may be a new one
                deliver(new Attempt(slice.lane(), promised, token), slice);
            }
        }
    }

    private Map<Integer, EnrollmentToken> tokenAt(List<PromisedInvitation> due, DeliveryLane lane) {
        var indexes = due.stream().map(PromisedInvitation::index).toList();
        return tokens.ofBatch(lane.organizationId(), lane.batchId(), indexes).stream()
                .collect(Collectors.toMap(EnrollmentToken::batchIndex, Function.identity()));
    }

    private void deliver(Attempt attempt, Slice slice) throws RelayUnavailable {
        RelayReply reply;
        try {
            reply = slice.connection().send(slice.write(attempt.token(), writer));
            relayPause.over();
        } catch (RelayUnavailable lost) {
            if (lost.moment() == RelayUnavailable.Moment.DURING_MESSAGE) {
                attempts.outcomeUnknown(attempt);
            }
            throw lost;
        } catch (RuntimeException broken) {
            LOG.log(
                    Level.ERROR,
                    "The invitation of token {0} cannot be written: {1}",
                    attempt.token().id(),
                    broken.getClass());
            attempts.broken(attempt);
            return;
        }
        // first, for a node that dies in between is to find it
        suppression.learn(slice.lane(), attempt.token(), reply);
        attempts.answered(attempt, reply);
    }

    /**
     * One run of a lane: what all its invitations have in common.
     *
     * @param organization empty when the directory knows it no longer: then no invitation can be written
     */
    private record Slice(
            DeliveryLane lane,
            EnrollmentBatch batch,
            Optional<Organization> organization,
            InvitationMailer.Connection connection) {

        Invitation write(EnrollmentToken token, InvitationWriter writer) {
            return writer.write(token, batch, lane.mailing(), organization.orElseThrow());
        }
    }
}
