package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.Reminder;
import io.mdm.enrollment.domain.delivery.Reminders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of reminders, one for each time. They do not know their organization, only their batch does. */
@Dependent
class JdbcReminders implements Reminders {
    private static final String REMINDERS = """
            select b.organization_id, r.batch_id, r.before_expiry, r.due_at, r.reminded_until
            from enrollment.reminder r join enrollment.enrollment_batch b on b.id = r.batch_id
            """;

    private final EnrollmentDatabase database;

    @Inject
    JdbcReminders(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public void addAll(EnrollmentBatch batch, List<Duration> beforeExpiry) {
        database.updateLater(
                """
                insert into enrollment.reminder (batch_id, before_expiry, due_at)
                select ?, seconds, ?::timestamptz - make_interval(secs => seconds) from unnest(?) as seconds
                """,
                batch.id(),
                timestamp(batch.expireAt()),
                Chunks.integers(beforeExpiry, before -> Math.toIntExact(before.toSeconds())));
    }

    @Override
    public List<Reminder> ofBatchForUpdate(EnrollmentBatch batch) {
        return database.query(
                REMINDERS + " where b.organization_id = ? and b.id = ? order by r.before_expiry desc for update of r",
                JdbcReminders::reminder,
                batch.organizationId(),
                batch.id());
    }

    @Override
    public Optional<Reminder> dueForUpdate(Instant now) {
        return database
                .query(
                        REMINDERS
                                + " where r.due_at <= ? and (not b.paused or b.last_expire_at <= ?)"
                                + " order by r.due_at limit 1 for update of b, r skip locked",
                        JdbcReminders::reminder,
                        timestamp(now),
                        timestamp(now))
                .stream()
                .findFirst();
    }

    @Override
    public void put(Reminder reminder) {
        database.update(
                """
                update enrollment.reminder set due_at = ?, reminded_until = ?
                where batch_id = (select id from enrollment.enrollment_batch where organization_id = ? and id = ?)
                    and before_expiry = ?
                """,
                reminder.dueAt()
                        .<Object>map(InstantConverter::timestamp)
                        .orElse(new EnrollmentDatabase.Null(Types.TIMESTAMP_WITH_TIMEZONE)),
                reminder.remindedUntil()
                        .<Object>map(InstantConverter::timestamp)
                        .orElse(new EnrollmentDatabase.Null(Types.TIMESTAMP_WITH_TIMEZONE)),
                reminder.organizationId(),
                reminder.batchId(),
                Math.toIntExact(reminder.beforeExpiry().toSeconds()));
    }

    private static Reminder reminder(ResultSet row) throws SQLException {
        return new Reminder(
                row.getString(1),
                row.getString(2),
                Duration.ofSeconds(row.getInt(3)),
                instant(row, 4),
                instant(row, 5));
    }
}
