package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A slice of a lane: the invitations that are tried in one run, with everything that is looked up for all of them at
 * once.
 *
 * @param organization empty when the directory knows it no longer: then no invitation can be written
 * @param due in request order
 * @param tokens by position in the request
 * @param suppressed the relay's earlier replies, by address hash of the recipients who are not to be mailed
 * @param postponed how long the recipients at these positions have to wait, who cannot be mailed for now
 * @param attempts their outcomes
 * @param undecided what the relay has left undecided so far
 */
record Slice(
        DeliveryLane lane,
        PromisedMailing mailing,
        EnrollmentBatch batch,
        Optional<Organization> organization,
        List<PromisedInvitation> due,
        Map<Integer, EnrollmentToken> tokens,
        Map<Long, RelayReply> suppressed,
        Map<Integer, Duration> postponed,
        Attempts attempts,
        UndecidedInvitations undecided,
        RelayChannel channel) {}
