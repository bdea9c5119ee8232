package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.api.report.MailingKind;
import io.mdm.enrollment.domain.batch.EnrollmentBatch;
import io.mdm.enrollment.domain.delivery.Mailings;
import io.mdm.enrollment.domain.delivery.PromisedMailing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Rows of mailings. They do not know their organization, only their batch does. */
@Dependent
class JdbcMailings implements Mailings {
    private final EnrollmentDatabase database;

    @Inject
    JdbcMailings(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public void add(EnrollmentBatch batch, PromisedMailing mailing, int total) {
        database.update(
                """
                insert into enrollment.mailing (batch_id, number, kind, requested, created_at, total, note)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                batch.id(),
                mailing.number(),
                mailing.kind().name(),
                mailing.requested(),
                timestamp(mailing.promisedAt()),
                total,
                mailing.note().orElse(null));
    }

    @Override
    public Optional<PromisedMailing> find(String organizationId, String batchId, int number) {
        return database
                .query(
                        """
                        select m.kind, m.requested, m.note, m.created_at from enrollment.mailing m
                        join enrollment.enrollment_batch b on b.id = m.batch_id
                        where b.organization_id = ? and m.batch_id = ? and m.number = ?
                        """,
                        row -> new PromisedMailing(
                                number,
                                MailingKind.valueOf(row.getString(1)),
                                row.getBoolean(2),
                                Optional.ofNullable(row.getString(3)),
                                instant(row, 4).orElseThrow()),
                        organizationId,
                        batchId,
                        number)
                .stream()
                .findFirst();
    }
}
