package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.delivery.MailAllowance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Counts by the minute: a mail counts until the minute it was sent in is an hour old, the last of its seconds included. */
@ApplicationScoped
class JdbcMailAllowance implements MailAllowance {
    private static final Duration COUNTS_FOR = Duration.ofMinutes(61);

    @Inject
    EnrollmentDatabase database;

    @Override
    @Transactional
    public Optional<Instant> take(String organizationId, int most, Instant now) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended('enrollment mails ' || ?, 0))",
                row -> organizationId,
                organizationId);
        var until = fullUntil(organizationId, most, now);
        if (until.isEmpty()) {
            count(organizationId, now);
        }
        return until;
    }

    private void count(String organizationId, Instant now) {
        database.update("""
                with past as (
                    delete from enrollment.mail_count where organization_id = ? and minute <= ?
                )
                insert into enrollment.mail_count (organization_id, minute, mails) values (?, ?, 1)
                on conflict (organization_id, minute) do update set mails = mail_count.mails + 1
                """, organizationId, timestamp(now.minus(COUNTS_FOR)), organizationId, timestamp(minute(now)));
    }

    @Override
    public void giveBack(String organizationId, Instant taken) {
        database.update(
                "update enrollment.mail_count set mails = mails - 1 where organization_id = ? and minute = ? and mails > 0",
                organizationId,
                timestamp(minute(taken)));
    }

    @Override
    public Optional<Instant> fullUntil(String organizationId, int most, Instant now) {
        return database
                .query(
                        """
                        select min(minute) from enrollment.mail_count
                        where organization_id = ? and minute > ? and mails > 0
                        having sum(mails) >= ?
                        """,
                        row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        organizationId,
                        timestamp(now.minus(COUNTS_FOR)),
                        most)
                .stream()
                .findFirst()
                .map(oldest -> oldest.plus(COUNTS_FOR));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
