package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.util.Collection;
import java.util.Map;

/**
 * Use of the suppression list: a sender who goes on mailing people who do not exist is soon taken for a spammer. A
 * resend mails them all the same, and clears the recipient when the relay takes the mail.
 */
final class SuppressionRule {
    private final SuppressionList suppressionList;
    private final ModuleClock clock;

    SuppressionRule(SuppressionList suppressionList, ModuleClock clock) {
        this.suppressionList = suppressionList;
        this.clock = clock;
    }

    /**
     * The relay's earlier replies, by address hash, for those of the tokens' recipients whom the lane does not mail.
     */
    Map<Long, RelayReply> suppressedIn(DeliveryLane lane, Collection<EnrollmentToken> tokens) {
        if (lane.isResend()) {
            return Map.of();
        }
        var hashes =
                tokens.stream().flatMap(token -> token.addressHash().stream()).toList();
        return suppressionList.among(lane.organizationId(), hashes);
    }

    /** Notes the relay's reply as far as it is about the token's recipient. */
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
