package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.none;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.report.Mailing;
import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.domain.report.ReportRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

@Dependent
class JdbcReportRows implements ReportRows {
    private static final String RECIPIENTS = """
            from enrollment.enrollment_batch b
            cross join lateral (
                select batch_index, email, 'CREATED' as outcome,
                    case when state = 'PENDING' and expire_at <= ? then 'EXPIRED' else state end as state
                from enrollment.enrollment_token where organization_id = b.organization_id and batch_id = b.id
                union all
                select batch_index, email, reason, null from enrollment.enrollment_rejection where batch_id = b.id
            ) r
            left join enrollment.invitation i on i.batch_id = b.id and i.batch_index = r.batch_index
            where b.organization_id = ? and b.id = ?
            """;

    private final EnrollmentDatabase database;

    @Inject
    JdbcReportRows(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public List<Integer> page(ReportQuery query, Instant now) {
        return database.query(
                sql("select r.batch_index ")
                        .then(recipients(query, now))
                        .then(
                                "order by r.batch_index limit ? offset ?",
                                query.limit(),
                                (query.page() - 1L) * query.limit()),
                row -> row.getInt(1));
    }

    @Override
    public List<Row> at(ReportQuery query, List<Integer> indexes, Instant now) {
        return database.query(
                sql("select r.batch_index, r.outcome, case r.outcome when 'CREATED' then null else r.email end, "
                                + MailColumns.ALL)
                        .then(recipients(query, now))
                        .then(
                                "and r.batch_index = any(?) order by r.batch_index",
                                Chunks.integers(indexes, Function.identity())),
                JdbcReportRows::row);
    }

    @Override
    public int count(ReportQuery query, Instant now) {
        return database.query(sql("select count(*) ").then(recipients(query, now)), row -> row.getInt(1))
                .get(0);
    }

    private static SqlFragment recipients(ReportQuery query, Instant now) {
        var search = query.search()
                .map(text ->
                        sql("and (").then(TextPattern.address("r.email", text)).then(")\n"));
        return sql(RECIPIENTS, timestamp(now), query.organizationId(), query.batchId())
                .then(oneOf("r.outcome", query.outcomes()))
                .then(oneOf(
                        "case when i.state is not null then i.state when r.outcome = 'CREATED' then 'NOT_REQUESTED' end",
                        query.mails()))
                .then(oneOf("r.state", query.states()))
                .then(search.orElse(none()));
    }

    private static SqlFragment oneOf(String value, Collection<? extends Enum<?>> wanted) {
        return wanted.isEmpty()
                ? none()
                : sql("and " + value + " = any(?)\n", Chunks.strings(List.copyOf(wanted), Enum::name));
    }

    @Override
    public Optional<Counts> counts(String organizationId, String batchId, Instant now) {
        if (!ObjectIdFormat.matches(batchId)) { // others may contain U+0000, which PostgreSQL refuses
            return Optional.empty();
        }
        return database.query(BatchCountsSql.withVersion(organizationId, batchId, now), JdbcReportRows::counts).stream()
                .findFirst();
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(row.getString("version"), BatchCountsSql.read(row), row.getInt("rejections"));
    }

    @Override
    public List<Mailing> mailings(String organizationId, String batchId) {
        return database.query(
                """
                select * from (
                    select m.number, m.kind, m.created_at, m.total from enrollment.enrollment_batch b
                    join enrollment.mailing m on m.batch_id = b.id
                    where b.organization_id = ? and b.id = ? order by m.number desc limit ?) latest
                order by number
                """,
                row -> new Mailing(
                        row.getInt(1),
                        MailingKind.valueOf(row.getString(2)),
                        instant(row, 3).orElseThrow(),
                        row.getInt(4)),
                organizationId,
                batchId,
                MAX_MAILINGS);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt(1), row.getString(3), RecipientOutcome.valueOf(row.getString(2)), MailColumns.read(row, 4));
    }
}
