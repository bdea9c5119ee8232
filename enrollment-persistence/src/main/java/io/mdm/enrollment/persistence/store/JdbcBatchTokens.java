package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;
import static io.mdm.enrollment.persistence.store.SqlFragment.sql;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.token.BatchTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Dependent
class JdbcBatchTokens implements BatchTokens {
    private final EnrollmentDatabase database;

    @Inject
    JdbcBatchTokens(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public int countExpired(EnrollmentBatch batch, Instant now) {
        return database.query(
                        sql("select count(*) from enrollment.enrollment_token ").then(expired(batch, now)),
                        row -> row.getInt(1))
                .get(0);
    }

    @Override
    public int extend(EnrollmentBatch batch, Instant end, Instant now) {
        return database.update(end(end, now)
                .then(pending(batch))
                .then("and expire_at > ? and expire_at < ?", timestamp(now), timestamp(end)));
    }

    /** Conditions are repeated for rows that somebody changed while this waited for them. */
    @Override
    public int revive(EnrollmentBatch batch, int limit, Instant end, Instant now) {
        return database.update(end(end, now)
                .then(expired(batch, now))
                .then("and batch_index = any(array(select batch_index from enrollment.enrollment_token ")
                .then(expired(batch, now))
                .then("order by batch_index limit ?))", limit));
    }

    @Override
    public void start(EnrollmentBatch batch, Instant start, Duration shift, Instant now) {
        database.update(sql(
                        "update enrollment.enrollment_token set starts_at = ?, updated_at = ?,"
                                + " expire_at = expire_at + ? * interval '1 microsecond' ",
                        timestamp(start),
                        timestamp(now),
                        TimeUnit.NANOSECONDS.toMicros(shift.toNanos()))
                .then(pending(batch)));
    }

    @Override
    public List<String> revoke(EnrollmentBatch batch, Instant now) {
        return database.query(
                sql("update enrollment.enrollment_token set state = 'DELETED', updated_at = ? ", timestamp(now))
                        .then(pending(batch))
                        .then("returning id"),
                row -> row.getString(1));
    }

    private static SqlFragment end(Instant end, Instant now) {
        return sql(
                "update enrollment.enrollment_token set expire_at = ?, updated_at = ? ",
                timestamp(end),
                timestamp(now));
    }

    private static SqlFragment expired(EnrollmentBatch batch, Instant now) {
        return pending(batch).then("and expire_at <= ? and email is not null ", timestamp(now));
    }

    private static SqlFragment pending(EnrollmentBatch batch) {
        return sql(
                "where organization_id = ? and batch_id = ? and state = 'PENDING' ",
                batch.organizationId(),
                batch.id());
    }
}
