package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Delivery of a slice: the invitations of a lane that are due, in turn, as far as one run gets. */
final class SliceDelivery {
    /**
     * Time of one run, reached where the relay is slow or the rate is low; then the lane goes to the end of the queue.
     */
    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    private final EnrollmentTokens tokens;
    private final Mailings mailings;
    private final MdmDirectory directory;
    private final SuppressionRule suppression;
    private final NodeConfigurationRule nodeConfiguration;
    private final InvitationSender sender;
    private final ModuleClock clock;

    SliceDelivery(
            EnrollmentTokens tokens,
            Mailings mailings,
            MdmDirectory directory,
            SuppressionRule suppression,
            NodeConfigurationRule nodeConfiguration,
            InvitationSender sender,
            ModuleClock clock) {
        this.tokens = tokens;
        this.mailings = mailings;
        this.directory = directory;
        this.suppression = suppression;
        this.nodeConfiguration = nodeConfiguration;
        this.sender = sender;
        this.clock = clock;
    }

    /** The lane's due invitations, with all that is needed to send them. */
    Slice slice(
            DeliveryLane lane,
            EnrollmentBatch batch,
            List<PromisedInvitation> due,
            Attempts attempts,
            UndecidedInvitations undecided,
            RelayChannel channel) {
        var indexes = due.stream().map(PromisedInvitation::index).toList();
        var issued = tokens.ofBatch(lane.organizationId(), lane.batchId(), indexes);
        var mailing = mailing(lane, batch);
        return new Slice(
                lane,
                mailing,
                batch,
                directory.organization(lane.organizationId()),
                due,
                issued.stream().collect(Collectors.toMap(EnrollmentToken::batchIndex, Function.identity())),
                suppression.suppressedIn(lane, mailing, issued),
                nodeConfiguration.postponedIn(lane, issued),
                attempts,
                undecided,
                channel);
    }

    private PromisedMailing mailing(DeliveryLane lane, EnrollmentBatch batch) {
        return lane.mailing() == DeliveryLane.FIRST_MAILING
                ? PromisedMailing.first(batch.createdAt())
                : mailings.find(lane.organizationId(), lane.batchId(), lane.mailing())
                        // a row that was deleted by hand costs the note, not the mail
                        .orElseGet(() -> PromisedMailing.resend(lane.mailing(), Optional.empty(), batch.createdAt()));
    }

    /** @param ours asked before every invitation: whether this node may still send */
    void deliver(Slice slice, BooleanSupplier ours) throws RelayUnavailable, HourlyMailQuotaReached, BatchPaused {
        var end = clock.instant().plus(MAX_DURATION);
        try {
            for (var promised : slice.due()) {
                if (!ours.getAsBoolean()) {
                    return;
                }
                if (clock.instant().isAfter(end)) {
                    break;
                }
                deliver(promised, slice);
            }
            slice.undecided().settle();
        } finally {
            slice.undecided().settleCertain();
            slice.attempts().store();
        }
    }

    private void deliver(PromisedInvitation promised, Slice slice)
            throws RelayUnavailable, HourlyMailQuotaReached, BatchPaused {
        var token = slice.tokens().get(promised.index());
        if (token == null || !token.isLive(clock.instant())) {
            slice.attempts().abandoned(promised);
            return;
        }
        var attempt = new Attempt(slice.lane(), promised, token);
        var earlier = token.addressHash().map(slice.suppressed()::get);
        if (earlier.isPresent()) {
            slice.attempts().suppressed(attempt, earlier.get());
        } else {
            attempt(attempt, slice);
        }
    }

    private void attempt(Attempt attempt, Slice slice) throws RelayUnavailable, HourlyMailQuotaReached, BatchPaused {
        var wait = slice.postponed().get(attempt.index());
        if (wait != null) {
            slice.attempts().postponed(attempt, wait);
        } else if (attempt.unconfirmed() > Attempt.MAX_UNCONFIRMED) {
            slice.attempts().outcomeUnknown(attempt);
        } else {
            sender.send(attempt, slice);
        }
    }
}
