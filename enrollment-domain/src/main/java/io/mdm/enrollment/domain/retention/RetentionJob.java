package io.mdm.enrollment.domain.retention;

import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.spi.Retention;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Job that erases and removes expired rows, a little at a time, so that nothing else has to wait for it. */
@Dependent
public class RetentionJob {
    private static final int STEP = 1_000;

    /** Longer than a webhook is tried, so that somebody can mend its receiver and replay them. */
    private static final Optional<Duration> EVENTS = Optional.of(Duration.ofDays(14));

    private final ExpiredRows rows;
    private final Retention retention;
    private final ModuleClock clock;

    @Inject
    public RetentionJob(ExpiredRows rows, Retention retention, ModuleClock clock) {
        this.rows = rows;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Does a part of what is due.
     *
     * @return whether there is more
     */
    public boolean step() {
        boolean people = isMore(retention.addresses(), rows::erasePeople);
        boolean names = isMore(retention.addresses(), rows::eraseBatches);
        boolean batches = isMore(retention.rows(), rows::removeBatches);
        boolean suppressionList = isMore(retention.rows(), rows::removeSuppressions);
        boolean audit = isMore(retention.audit(), rows::removeAudit);
        boolean events = isMore(EVENTS, rows::removeEvents);
        boolean receipts = isMore(Optional.of(retention.receipts()), rows::removeReceipts);
        // they lapse all the time, so few of them are no reason to go on
        boolean counts = rows.removeLapsedCounts(STEP) >= STEP;
        return people || names || batches || suppressionList || audit || events || receipts || counts;
    }

    /** Nothing is left only where nothing was found: each of the kinds of rows has its turn. */
    private boolean isMore(Optional<Duration> kept, Work work) {
        return kept.map(period -> work.upTo(clock.instant().minus(period), STEP))
                .filter(changed -> changed > 0)
                .isPresent();
    }

    private interface Work {
        int upTo(Instant instant, int limit);
    }
}
