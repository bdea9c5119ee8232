package io.mdm.enrollment.domain.issuance;

import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.RateLimit;
import io.mdm.enrollment.api.spi.ModuleConfiguration;
import io.mdm.enrollment.domain.issuance.HourlyRecipients.Count;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Limit of an organization's recipients within an hour, those included that get no token: their rows are stored, too.
 *
 * <p>A request is judged twice. At its begin nothing is locked, so that requests of one organization do not wait for
 * each other. At its end, when the commit is near, it is counted in turn, so that no two get the last room.
 */
@Dependent
class RecipientLimit {
    private static final Duration HOUR = Duration.ofHours(1);

    private final HourlyRecipients recipients;
    private final int limit;

    @Inject
    RecipientLimit(HourlyRecipients recipients, ModuleConfiguration configuration) {
        this.recipients = recipients;
        this.limit = configuration.hourlyRecipients();
    }

    /** @throws LimitReached unless there is room for so many more */
    void requireRoomFor(String organizationId, int added) {
        require(recipients.counts(organizationId), added);
    }

    /**
     * Counts them as part of the running transaction.
     *
     * @throws LimitReached unless there is room for them
     */
    void count(String organizationId, int added) {
        require(recipients.add(organizationId, added), 0);
    }

    private void require(List<Count> counts, int added) {
        long used = counts.stream().mapToLong(Count::recipients).sum();
        if (used + added > limit) {
            throw new LimitReached(
                    EnrollmentProblem.HOURLY_RECIPIENTS_REACHED,
                    new RateLimit(
                            limit, HOUR, (int) Math.max(0, limit - used), untilFree(counts, used + added - limit)));
        }
    }

    /** The whole window for a request that is larger than the limit. */
    private static Duration untilFree(List<Count> counts, long excess) {
        long freed = 0;
        for (var count : counts) {
            freed += count.recipients();
            if (freed >= excess) {
                return count.countFor();
            }
        }
        return HOUR;
    }
}
