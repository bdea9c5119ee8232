package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.EnrollmentBatchCompleted;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.BatchCompletion;
import io.mdm.enrollment.persistence.TaskTransaction;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Of several lanes that end at the same time, each stores its outcomes before it asks, so the last one finds all. */
@Dependent
class JdbcBatchCompletion implements BatchCompletion {
    private final EnrollmentDatabase database;
    private final Event<EnrollmentBatchCompleted> completed;

    @Inject
    JdbcBatchCompletion(EnrollmentDatabase database, Event<EnrollmentBatchCompleted> completed) {
        this.database = database;
        this.completed = completed;
    }

    @Override
    public void completeIfSettled(EnrollmentBatch batch, Instant now) {
        TaskTransaction.around(() -> {
            var events = complete(batch, now);
            events.forEach(completed::fire);
            return events;
        });
    }

    private List<EnrollmentBatchCompleted> complete(EnrollmentBatch batch, Instant now) {
        return database.query("""
                update enrollment.enrollment_batch b set completed_at = ?
                where organization_id = ? and id = ? and bulk and completed_at is null and not exists (
                    select from enrollment.invitation i where i.batch_id = b.id and i.state in ('QUEUED', 'DEFERRED'))
                returning organization_id, id, total, success, completed_at,
                    (select count(*) from enrollment.invitation i where i.batch_id = b.id and i.state = 'SENT'),
                    (select count(*) from enrollment.invitation i where i.batch_id = b.id and i.state = 'FAILED')
                """, JdbcBatchCompletion::event, timestamp(now), batch.organizationId(), batch.id());
    }

    private static EnrollmentBatchCompleted event(ResultSet row) throws SQLException {
        return new EnrollmentBatchCompleted(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getInt(6),
                row.getInt(7),
                InstantConverter.instant(row, 5).orElseThrow());
    }
}
