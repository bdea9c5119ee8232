package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayUnavailable;
import io.mdm.enrollment.domain.batch.EnrollmentBatches;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import io.mdm.enrollment.domain.token.EnrollmentTokens;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Delivery of a slice: the invitations of a lane that are due, in turn, as far as one run gets. */
final class SliceDelivery {
    /**
     * Time of one run, reached where the relay is slow or the rate is low; then the lane goes to the end of the queue.
     */
    private static final Duration MAX_DURATION = Duration.ofSeconds(5);

    private final EnrollmentBatches batches;
    private final EnrollmentTokens tokens;
    private final MdmDirectory directory;
    private final Invitations invitations;
    private final SuppressionRule suppression;
    private final SmtpUtf8Rule smtpUtf8;
    private final InvitationSender sender;
    private final Attempts attempts;
    private final ModuleClock clock;

    SliceDelivery(
            EnrollmentBatches batches,
            EnrollmentTokens tokens,
            MdmDirectory directory,
            Invitations invitations,
            SuppressionRule suppression,
            SmtpUtf8Rule smtpUtf8,
            InvitationSender sender,
            Attempts attempts,
            ModuleClock clock) {
        this.batches = batches;
        this.tokens = tokens;
        this.directory = directory;
        this.invitations = invitations;
        this.suppression = suppression;
        this.smtpUtf8 = smtpUtf8;
        this.sender = sender;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** @param ours asked before every invitation: whether this node may still send */
    void deliver(DeliveryLane lane, List<PromisedInvitation> due, Connection connection, BooleanSupplier ours)
            throws RelayUnavailable {
        var slice = slice(lane, due, connection);
        var end = clock.instant().plus(MAX_DURATION);
        for (var promised : due) {
            if (!ours.getAsBoolean() || clock.instant().isAfter(end)) {
                return;
            }
            deliver(promised, slice);
        }
    }

    private Slice slice(DeliveryLane lane, List<PromisedInvitation> due, Connection connection) {
        var indexes = due.stream().map(PromisedInvitation::index).toList();
        var issued = tokens.ofBatch(lane.organizationId(), lane.batchId(), indexes);
        return new Slice(
                lane,
                batches.find(lane.organizationId(), lane.batchId()).orElseThrow(),
                directory.organization(lane.organizationId()),
                issued.stream().collect(Collectors.toMap(EnrollmentToken::batchIndex, Function.identity())),
                suppression.suppressedIn(lane, issued),
                smtpUtf8.postponedIn(lane, issued),
                connection);
    }

    private void deliver(PromisedInvitation promised, Slice slice) throws RelayUnavailable {
        var token = slice.tokens().get(promised.index());
        if (token == null || !token.isLive(clock.instant())) {
            invitations.abandoned(slice.lane(), promised.index());
            return;
        }
        var earlier = token.addressHash().map(slice.suppressed()::get);
        if (earlier.isPresent()) {
            invitations.suppressed(slice.lane(), promised.index(), earlier.get());
        } else if (invitations.isPending(slice.lane(), promised.index())) {
            // else it was resent meanwhile, and the token's link may be a new one
            attempt(new Attempt(slice.lane(), promised, token), slice);
        }
    }

    private void attempt(Attempt attempt, Slice slice) throws RelayUnavailable {
        if (slice.postponed().contains(attempt.index())) {
            attempts.postponed(attempt);
        } else {
            sender.send(attempt, slice);
        }
    }
}
