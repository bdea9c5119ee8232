package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.delivery.HourlyMailQuotas;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Mail counts by the minute: a mail counts until the last second of the minute it was sent in is an hour old. */
@Dependent
class JdbcHourlyMailQuotas implements HourlyMailQuotas {
    private static final Duration COUNTS_FOR = Duration.ofMinutes(61);

    private final EnrollmentDatabase database;

    @Inject
    JdbcHourlyMailQuotas(EnrollmentDatabase database) {
        this.database = database;
    }

    /** One statement, because it is asked outside of any transaction. */
    @Override
    public Optional<Instant> take(String owner, int limit, Instant now) {
        return database.query(
                        "select enrollment.take_hourly_mail_quota(?, ?, ?, ?)",
                        row -> instant(row, 1),
                        owner,
                        limit,
                        timestamp(now),
                        timestamp(now.minus(COUNTS_FOR)))
                .get(0)
                .map(oldest -> oldest.plus(COUNTS_FOR));
    }

    @Override
    public void giveBack(String owner, Instant taken) {
        database.update(
                "update enrollment.hourly_mail_quota set mails = mails - 1 where owner = ? and minute = ? and mails > 0",
                owner,
                timestamp(minute(taken)));
    }

    @Override
    public Optional<Instant> fullUntil(String owner, int limit, Instant now) {
        return database
                .query("""
                        select min(minute) from enrollment.hourly_mail_quota
                        where owner = ? and minute > ? and mails > 0
                        having sum(mails) >= ?
                        """, row -> instant(row, 1).orElseThrow(), owner, timestamp(now.minus(COUNTS_FOR)), limit)
                .stream()
                .findFirst()
                .map(oldest -> oldest.plus(COUNTS_FOR));
    }

    private static Instant minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES);
    }
}
