package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.audit.AuditAction;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.audit.AuditRecord;
import io.mdm.enrollment.domain.audit.AuditRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

@Dependent
class JdbcAuditRows implements AuditRows {
    private final EnrollmentDatabase database;

    @Inject
    JdbcAuditRows(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public List<AuditRecord> find(AuditQuery query, int limit) {
        return database.query(select(query, limit), JdbcAuditRows::read);
    }

    /** Batches of single requests are no bulks, so that their ids are not shown. */
    private static SqlFragment select(AuditQuery query, int limit) {
        return sql("""
                select a.id, a.at, a.actor, a.action, case when b.bulk is not false then a.batch_id end as bulk_id,
                       a.token_id, a.tokens, a.webhook_id
                from enrollment.enrollment_audit a left join enrollment.enrollment_batch b on b.id = a.batch_id
                where a.organization_id = ?
                """, query.organizationId())
                .then(where("a.at >= ?", query.from(), InstantConverter::timestamp))
                .then(where("a.at < ?", query.to(), InstantConverter::timestamp))
                .then(where("a.actor = ?", query.actor(), Function.identity()))
                .then(where("a.batch_id = ? and b.bulk is not false", query.bulkId(), Function.identity()))
                .then(where("a.token_id = ?", query.tokenId(), Function.identity()))
                .then(actions(query))
                .then(query.after()
                        .map(place -> sql("and (a.at, a.id) < (?, ?)\n", timestamp(place.at()), place.id()))
                        .orElseGet(SqlFragment::none))
                .then("order by a.at desc, a.id desc limit ?", limit);
    }

    private static SqlFragment actions(AuditQuery query) {
        return query.actions().isEmpty()
                ? SqlFragment.none()
                : sql("and a.action = any (?)\n", Chunks.strings(List.copyOf(query.actions()), AuditAction::name));
    }

    private static <T> SqlFragment where(String condition, Optional<T> value, Function<T, ?> form) {
        return value.map(present -> sql("and " + condition + "\n", form.apply(present)))
                .orElseGet(SqlFragment::none);
    }

    private static AuditRecord read(ResultSet row) throws SQLException {
        return new AuditRecord(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                AuditAction.valueOf(row.getString("action")),
                row.getString("bulk_id"),
                row.getString("token_id"),
                row.getInt("tokens"),
                row.getString("webhook_id"));
    }
}
