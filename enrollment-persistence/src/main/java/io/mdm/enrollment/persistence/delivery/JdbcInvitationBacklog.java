package io.mdm.enrollment.persistence.delivery;

import io.mdm.enrollment.api.spi.InvitationBacklog;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.InstantConverter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Backlog counted by lane: what is waiting is in the lanes that are still scheduled, and their ranges lead into the
 * primary key of the invitations. So millions of settled ones are not looked at, and no index has to follow every mail.
 * Lane by lane, because a plain join is taken for one over the whole table.
 */
@ApplicationScoped
class JdbcInvitationBacklog implements InvitationBacklog {
    private final EnrollmentDatabase database;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    JdbcInvitationBacklog() {
        this(null);
    }

    @Inject
    JdbcInvitationBacklog(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public Backlog measure() {
        return database.query("""
                select coalesce(sum(waiting.queued), 0), coalesce(sum(waiting.deferred), 0), min(waiting.oldest), (
                    select min(r.due_at) from enrollment.reminder r
                    join enrollment.enrollment_batch b on b.id = r.batch_id
                    where r.due_at <= now() and not b.paused and b.last_expire_at > now()),
                    (select count(*) from enrollment.webhook_progress p join mdm.webhook w on w.id = p.webhook_id
                        where p.paused_at is not null),
                    least((select min(at) from (select at from enrollment.webhook_outbox order by id limit 1) o), (
                        select min(next.at) from mdm.webhook w
                        join enrollment.webhook_progress p on p.webhook_id = w.id and p.paused_at is null
                        cross join lateral (
                            select e.at from enrollment.webhook_event e where e.position >= p.position
                              and (w.organization_id is null or e.organization_id = w.organization_id)
                            order by e.position limit 1) next))
                from (select distinct * from (%s) scheduled) lane
                join enrollment.enrollment_batch b on b.id = lane.batch_id
                cross join lateral (
                    select count(*) filter (where state = 'QUEUED') as queued,
                        count(*) filter (where state = 'DEFERRED') as deferred,
                        min(coalesce(queued_at, b.send_at, b.created_at)) filter (where state = 'QUEUED' and not b.paused) as oldest
                    from enrollment.invitation
                    where batch_id = b.id and mailing = lane.mailing
                      and batch_index >= lane.first and batch_index < lane.beyond) waiting
                """.formatted(LaneTask.SCHEDULED), JdbcInvitationBacklog::backlog, LaneTask.NAME)
                .get(0);
    }

    private static Backlog backlog(ResultSet row) throws SQLException {
        return new Backlog(
                row.getLong(1),
                row.getLong(2),
                InstantConverter.instant(row, 3),
                InstantConverter.instant(row, 4),
                row.getLong(5),
                InstantConverter.instant(row, 6));
    }
}
