package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.DeliveryLane;
import org.jspecify.annotations.Nullable;

/**
 * Rows of promised invitations. They do not know their organization, only their batch does.
 *
 * @param where the condition that picks them
 */
record InvitationRows(SqlFragment where) {

    static InvitationRows of(EnrollmentBatch batch) {
        return of(batch.organizationId(), batch.id());
    }

    static InvitationRows of(DeliveryLane lane) {
        return ofMailing(lane).and("batch_index >= ? and batch_index < ?", lane.from(), lane.to());
    }

    /** The lane's row of the recipient at this position. */
    static InvitationRows of(DeliveryLane lane, int index) {
        return ofMailing(lane).and("batch_index = ?", index);
    }

    private static InvitationRows ofMailing(DeliveryLane lane) {
        return of(lane.organizationId(), lane.batchId()).and("mailing = ?", lane.mailing());
    }

    private static InvitationRows of(String organizationId, String batchId) {
        return new InvitationRows(sql(
                "batch_id = (select id from enrollment.enrollment_batch where organization_id = ? and id = ?)",
                organizationId,
                batchId));
    }

    InvitationRows and(String condition, @Nullable Object... parameters) {
        return new InvitationRows(where.then(" and ").then(condition, parameters));
    }

    /** Those whose invitation has still to be sent. */
    InvitationRows pending() {
        return and("state in ('QUEUED', 'DEFERRED')");
    }

    SqlFragment select(String columns) {
        return sql("select " + columns + " from enrollment.invitation where ").then(where);
    }

    SqlFragment update(String changes, @Nullable Object... parameters) {
        return sql("update enrollment.invitation set ")
                .then(changes, parameters)
                .then(" where ")
                .then(where);
    }
}
