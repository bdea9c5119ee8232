package io.mdm.enrollment.domain.delivery;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.RelayReply;
import io.mdm.enrollment.domain.token.EnrollmentToken;
import java.util.Collection;
import java.util.Map;

/**
 * Use of the suppression list: a sender who goes on mailing people who do not exist is soon taken for a spammer. A
 * mailing that a caller asks for mails them all the same, and clears the recipient when the relay takes the mail.
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
    Map<Long, RelayReply> suppressedIn(DeliveryLane lane, PromisedMailing mailing, Collection<EnrollmentToken> tokens) {
        if (mailing.requested()) {
            return Map.of();
        }
        var hashes =
                tokens.stream().flatMap(token -> token.addressHash().stream()).toList();
        return suppressionList.among(lane.organizationId(), hashes);
    }

    /** The relay does not know the recipient's mailbox. */
    void noMailbox(Attempt attempt, RelayReply reply) {
        attempt.token()
                .addressHash()
                .ifPresent(recipient ->
                        suppressionList.add(attempt.lane().organizationId(), recipient, reply, clock.instant()));
    }

    /** The relay took a mail for the recipient. */
    void delivered(Attempt attempt, PromisedMailing mailing) {
        if (mailing.requested()) {
            attempt.token()
                    .addressHash()
                    .ifPresent(
                            recipient -> suppressionList.remove(attempt.lane().organizationId(), recipient));
        }
    }
}
