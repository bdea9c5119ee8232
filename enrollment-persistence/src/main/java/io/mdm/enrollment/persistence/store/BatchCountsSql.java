package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.domain.report.BatchCounts;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Statements that count the tokens and invitations of batches by their states. */
final class BatchCountsSql {
    /** Columns that count invitations by state. */
    private static final String MAILS = """
            count(*) filter (where state = 'QUEUED') as queued, count(*) filter (where state = 'DEFERRED') as deferred,
            count(*) filter (where state = 'SENT') as sent, count(*) filter (where state = 'FAILED') as failed
            """;

    /** Columns that count tokens by state; their two parameters are the present time. */
    private static final String TOKENS = """
            count(*) filter (where state = 'DONE') as done, count(*) filter (where state = 'DELETED') as deleted,
            count(*) filter (where state = 'PENDING' and expire_at > ?) as pending,
            count(*) filter (where state = 'PENDING' and expire_at <= ?) as expired
            """;

    /**
     * Tokens are grouped by their end, which nearly all share, because a sum of ends takes longer than all the rest. To
     * group by state as well, or invitations by theirs, would take half as long again, and so would joining the batch.
     */
    private static final String WITH_VERSION = """
            with batch as materialized (
                select * from enrollment.enrollment_batch where organization_id = ? and id = ?),
            mail as materialized (
                select %s, sum(i.mailing), sum(i.attempts), sum(i.last_reply), max(i.sent_at),
                    sum(extract(epoch from i.next_attempt_at))
                from enrollment.invitation i where i.batch_id = (select id from batch)),
            token as materialized (
                select t.expire_at, count(*) filter (where t.state = 'PENDING') as pending,
                    count(*) filter (where t.state = 'DONE') as done, count(*) filter (where t.state = 'DELETED') as deleted,
                    count(t.email), sum(t.generation), max(t.updated_at)
                from enrollment.enrollment_token t
                where t.organization_id = (select organization_id from batch) and t.batch_id = (select id from batch)
                group by t.expire_at),
            rejection as materialized (
                select count(*) as counted, count(r.email)
                from enrollment.enrollment_rejection r where r.batch_id = (select id from batch)),
            later as materialized (
                select count(*), sum(m.total), max(m.created_at)
                from enrollment.mailing m where m.batch_id = (select id from batch))
            select mail.*, t.*, rejection.counted as rejections,
                md5(concat_ws(' ', mail::text, t.all_tokens, t.expired, rejection::text, later::text,
                    b.settings, b.expire_at, b.paused,
                    b.send_at, b.send_at < ?::timestamptz - interval '1 day')) as version
            from batch b, mail, rejection, later,
                (select sum(done) as done, sum(deleted) as deleted, sum(pending) filter (where expire_at > ?) as pending,
                    sum(pending) filter (where expire_at <= ?) as expired,
                    string_agg(token::text, ' ' order by expire_at) as all_tokens from token) t
            """.formatted(MAILS);

    private BatchCountsSql() {}

    /**
     * One row with the counts of a batch, its {@code rejections} and the {@code version} of its report, from one pass
     * over its rows; no row without the batch.
     */
    static SqlFragment withVersion(String organizationId, String batchId, Instant now) {
        return sql(WITH_VERSION, organizationId, batchId, timestamp(now), timestamp(now), timestamp(now));
    }

    /** A row for each batch with invitations: its id and their counts. */
    static SqlFragment mails(String organizationId, Array batchIds) {
        return sql("""
                select b.id, %s
                from enrollment.enrollment_batch b join enrollment.invitation i on i.batch_id = b.id
                where b.organization_id = ? and b.id = any(?) group by b.id
                """.formatted(MAILS), organizationId, batchIds);
    }

    /** A row for each batch with tokens: its id and their counts. */
    static SqlFragment tokens(String organizationId, Array batchIds, Instant now) {
        return sql("""
                select batch_id as id, %s
                from enrollment.enrollment_token where organization_id = ? and batch_id = any(?) group by batch_id
                """.formatted(TOKENS), timestamp(now), timestamp(now), organizationId, batchIds);
    }

    static BatchCounts read(ResultSet row) throws SQLException {
        return new BatchCounts(readMails(row), readTokens(row));
    }

    static Map<MailState, Integer> readMails(ResultSet row) throws SQLException {
        var mails = new EnumMap<MailState, Integer>(MailState.class);
        for (var state : MailState.values()) {
            int count = state == MailState.NOT_REQUESTED ? 0 : row.getInt(state.name());
            if (count > 0) {
                mails.put(state, count);
            }
        }
        return mails;
    }

    static TokenCounts readTokens(ResultSet row) throws SQLException {
        return new TokenCounts(row.getInt("pending"), row.getInt("done"), row.getInt("deleted"), row.getInt("expired"));
    }
}
