package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.idempotency.IdempotencyRecord;
import io.mdm.enrollment.domain.idempotency.IdempotencyRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

@Dependent
class JdbcIdempotencyRecords implements IdempotencyRecords {
    private final EnrollmentDatabase database;

    @Inject
    JdbcIdempotencyRecords(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public boolean claim(Scope scope) {
        return database.query(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
                        row -> row.getBoolean(1),
                        String.join("\n", scope.organizationId(), scope.caller(), scope.key()))
                .get(0);
    }

    @Override
    public <R extends Record> Optional<IdempotencyRecord<R>> find(Scope scope, Class<R> type, Instant notBefore) {
        return database
                .query(
                        """
                        select request_hash, receipt from enrollment.idempotency_record
                        where organization_id = ? and caller = ? and key = ? and created_at >= ?
                        """,
                        row -> record(row, type),
                        scope.organizationId(),
                        scope.caller(),
                        scope.key(),
                        timestamp(notBefore))
                .stream()
                .findFirst();
    }

    private static <R extends Record> IdempotencyRecord<R> record(ResultSet row, Class<R> type) throws SQLException {
        var receipt = row.getString(2);
        return new IdempotencyRecord<>(row.getString(1), () -> RecordJson.read(receipt, type));
    }

    @Override
    public void put(Scope scope, String requestHash, Record receipt, Instant now) {
        database.updateLater(
                """
                insert into enrollment.idempotency_record
                    (organization_id, caller, key, request_hash, receipt, created_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (organization_id, caller, key) do update set request_hash = excluded.request_hash,
                    receipt = excluded.receipt, created_at = excluded.created_at
                """,
                scope.organizationId(),
                scope.caller(),
                scope.key(),
                requestHash,
                RecordJson.write(receipt).toString(),
                timestamp(now));
    }
}
