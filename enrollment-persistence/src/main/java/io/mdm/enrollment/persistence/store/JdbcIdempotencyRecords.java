package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.issuance.IdempotencyRecord;
import io.mdm.enrollment.domain.issuance.IdempotencyRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
    public Optional<IdempotencyRecord> find(Scope scope, Instant notBefore) {
        return database
                .query(
                        """
                        select body_hash, batch_id, total, success from enrollment.idempotency_record
                        where organization_id = ? and caller = ? and key = ? and created_at >= ?
                        """,
                        row -> new IdempotencyRecord(
                                row.getString(1), Optional.ofNullable(row.getString(2)), row.getInt(3), row.getInt(4)),
                        scope.organizationId(),
                        scope.caller(),
                        scope.key(),
                        timestamp(notBefore))
                .stream()
                .findFirst();
    }

    @Override
    public void put(Scope scope, IdempotencyRecord record, Instant now) {
        database.updateLater(
                """
                insert into enrollment.idempotency_record
                    (organization_id, caller, key, body_hash, batch_id, total, success, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (organization_id, caller, key) do update set body_hash = excluded.body_hash,
                    batch_id = excluded.batch_id, total = excluded.total, success = excluded.success,
                    created_at = excluded.created_at
                """,
                scope.organizationId(),
                scope.caller(),
                scope.key(),
                record.bodyHash(),
                record.batchId().orElse(null),
                record.total(),
                record.success(),
                timestamp(now));
    }
}
