package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.MailState;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.domain.report.ReportRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Dependent
class JdbcReportRows implements ReportRows {
    private static final String RECIPIENTS = """
            from enrollment.enrollment_batch b
            cross join lateral (
                select batch_index, null as email, 'CREATED' as outcome from enrollment.enrollment_token
                where organization_id = b.organization_id and batch_id = b.id
                union all
                select batch_index, email, reason from enrollment.enrollment_rejection where batch_id = b.id
            ) r
            left join enrollment.invitation i on i.batch_id = b.id and i.batch_index = r.batch_index
            where b.organization_id = ? and b.id = ?
              and r.outcome = coalesce(?, r.outcome)
              and (?::text is null
                   or ? = case when i.state is not null then i.state when r.outcome = 'CREATED' then 'NOT_REQUESTED' end)
            """;

    private final EnrollmentDatabase database;

    @Inject
    JdbcReportRows(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public List<Integer> page(ReportQuery query) {
        return database.query(
                sql("select r.batch_index ")
                        .then(recipients(query))
                        .then(
                                "order by r.batch_index limit ? offset ?",
                                query.limit(),
                                (query.page() - 1L) * query.limit()),
                row -> row.getInt(1));
    }

    @Override
    public List<Row> at(ReportQuery query, List<Integer> indexes) {
        return database.query(
                sql("""
                        select r.batch_index, r.email, r.outcome, i.state, i.attempts, i.last_reply,
                            coalesce(i.queued_at, b.created_at), case i.state when 'SENT' then i.sent_at end, i.next_attempt_at
                        """)
                        .then(recipients(query))
                        .then(
                                "and r.batch_index = any(?) order by r.batch_index",
                                Chunks.integers(indexes, Function.identity())),
                JdbcReportRows::row);
    }

    @Override
    public int count(ReportQuery query) {
        return database.query(sql("select count(*) ").then(recipients(query)), row -> row.getInt(1))
                .get(0);
    }

    private static SqlFragment recipients(ReportQuery query) {
        var mail = query.mail().map(MailState::name).orElse(null);
        return sql(
                RECIPIENTS,
                query.organizationId(),
                query.batchId(),
                query.outcome().map(RecipientOutcome::name).orElse(null),
                mail,
                mail);
    }

    @Override
    public Map<MailState, Integer> mails(String organizationId, String batchId) {
        return database
                .query(
                        """
                        select i.state, count(*) from enrollment.enrollment_batch b
                        join enrollment.invitation i on i.batch_id = b.id
                        where b.organization_id = ? and b.id = ?
                        group by i.state
                        """,
                        row -> Map.entry(MailState.valueOf(row.getString(1)), row.getInt(2)),
                        organizationId,
                        batchId)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<String> version(String organizationId, String batchId) {
        return database.query("""
                        select md5(concat_ws(' ',
                            (select string_agg(s::text, ' ' order by s) from (
                                select state, count(*), max(mailing), sum(attempts), sum(last_reply), max(sent_at),
                                    sum(extract(epoch from next_attempt_at))
                                from enrollment.invitation where batch_id = b.id group by state) s),
                            (select string_agg(t::text, ' ' order by t) from (
                                select state, count(*), count(email), sum(generation), max(updated_at)
                                from enrollment.enrollment_token
                                where organization_id = b.organization_id and batch_id = b.id group by state) t),
                            (select count(email) from enrollment.enrollment_rejection where batch_id = b.id), b.settings))
                        from enrollment.enrollment_batch b where b.organization_id = ? and b.id = ?
                        """, row -> row.getString(1), organizationId, batchId).stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt(1), row.getString(2), RecipientOutcome.valueOf(row.getString(3)), mail(row));
    }

    private static BatchReport.@Nullable Mail mail(ResultSet row) throws SQLException {
        var state = row.getString(4);
        return state == null
                ? null
                : new BatchReport.Mail(
                        MailState.valueOf(state),
                        row.getInt(5),
                        row.getString(6),
                        instant(row, 7).orElse(null),
                        instant(row, 8).orElse(null),
                        next(row));
    }

    private static @Nullable Instant next(ResultSet row) throws SQLException {
        return switch (MailState.valueOf(row.getString(4))) {
            case QUEUED -> instant(row, 7).orElse(null);
            case DEFERRED -> instant(row, 9).orElse(null);
            default -> null;
        };
    }
}
