package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;

/**
 * Whom not to mail again: a sender who goes on mailing people who do not exist is soon taken for a spammer. A resend asks
 * for it all the same, and clears the recipient when the relay takes the mail.
 */
@ApplicationScoped
class SuppressionRule {
    @Inject
    SuppressionList suppressionList;

    @Inject
    ModuleClock clock;

    /** What the relay said before, by address hash, of those among the tokens' recipients whom the lane spares. */
    Map<Long, RelayReply> suppressedIn(DeliveryLane lane, Collection<EnrollmentToken> tokens) {
        if (lane.isResend()) {
            return Map.of();
        }
        var hashes =
                tokens.stream().flatMap(token -> token.addressHash().stream()).toList();
        return suppressionList.among(lane.organizationId(), hashes);
    }

    /** Remembers what the relay says of the token's recipient, if it says anything of him. */
    void learn(DeliveryLane lane, EnrollmentToken token, RelayReply reply) {
        token.addressHash().ifPresent(recipient -> learn(lane, recipient, reply));
    }

    private void learn(DeliveryLane lane, long recipient, RelayReply reply) {
        if (reply.refusesMailbox()) {
            suppressionList.add(lane.organizationId(), recipient, reply, clock.instant());
        } else if (reply.accepted() && lane.isResend()) {
            suppressionList.remove(lane.organizationId(), recipient);
        }
    }
}
