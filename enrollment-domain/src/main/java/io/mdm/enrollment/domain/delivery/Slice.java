package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.InvitationMailer.Connection;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A slice of a lane: the invitations that are tried in one run, with everything that is looked up for all of them at
 * once.
 *
 * @param organization empty when the directory knows it no longer: then no invitation can be written
 * @param tokens by position in the request
 * @param suppressed the relay's earlier replies, by address hash of the recipients who are not to be mailed
 * @param postponed positions of the recipients who cannot be mailed for now
 */
record Slice(
        DeliveryLane lane,
        EnrollmentBatch batch,
        Optional<Organization> organization,
        Map<Integer, EnrollmentToken> tokens,
        Map<Long, RelayReply> suppressed,
        Set<Integer> postponed,
        Connection connection) {}
