package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.domain.delivery.Deliveries;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Orphaned invitations: those that wait to be sent and belong to no lane's task. There should be none: task and
 * invitations are written in one transaction, and a task goes when its last invitation is settled. But tables are
 * restored and rows are deleted by hand, and what was promised must arrive.
 */
record StrandedLanes(EnrollmentDatabase database, Deliveries deliveries) {
    private static final Logger LOG = TracedLogger.of(StrandedLanes.class);

    private static final Duration WHOLE_TABLE = Duration.ofMinutes(5);

    /**
     * One row for each stretch that no lane interrupts, or what lies in between would be sent twice. A single statement
     * sees a single moment, so that a lane that ends meanwhile is seen with its task or with its invitations settled.
     */
    private static final String STRETCHES = """
            with lane as materialized (%s),
            stranded as materialized (
              select i.batch_id, i.mailing, i.batch_index from enrollment.invitation i
              where i.state in ('QUEUED', 'DEFERRED') and not exists (
                select 1 from lane l where l.batch_id = i.batch_id and l.mailing = i.mailing
                  and l.first <= i.batch_index and i.batch_index < l.beyond))
            select b.organization_id, s.batch_id, s.mailing, min(s.batch_index), max(s.batch_index) + 1, count(*)
            from stranded s join enrollment.enrollment_batch b on b.id = s.batch_id
            cross join lateral (select count(*) as before from lane l
              where l.batch_id = s.batch_id and l.mailing = s.mailing and l.first <= s.batch_index) lanes
            group by b.organization_id, s.batch_id, s.mailing, lanes.before
            """.formatted(LaneTask.SCHEDULED);

    /** Gives each of them a lane. */
    void scheduleAgain() {
        for (var stretch : database.patient(WHOLE_TABLE).query(STRETCHES, StrandedLanes::stretch, LaneTask.NAME)) {
            LOG.log(
                    Level.WARNING,
                    "Rescheduled {0} orphaned invitations of batch {1}",
                    stretch.invitations(),
                    stretch.lane().batchId());
            deliveries.schedule(List.of(stretch.lane()), stretch.invitations(), Instant.EPOCH);
        }
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                new DeliveryLane(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5)),
                row.getInt(6));
    }

    private record Stretch(DeliveryLane lane, int invitations) {}
}
