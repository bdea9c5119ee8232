package io.mdm.enrollment.persistence.store;

import static io.mdm.enrollment.persistence.store.InstantConverter.instant;
import static io.mdm.enrollment.persistence.store.InstantConverter.timestamp;

import io.mdm.enrollment.domain.token.ExpiredToken;
import io.mdm.enrollment.domain.token.ExpiredTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Found by the index of the retention, which is in the order of the ends of tokens. They are locked, so that one that
 * somebody is extending or redeeming is seen as it is after that.
 */
@Dependent
class JdbcExpiredTokens implements ExpiredTokens {
    private static final int STEP = 1_000;

    /** Nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EnrollmentDatabase database;

    @Inject
    JdbcExpiredTokens(EnrollmentDatabase database) {
        this.database = database.patient(PATIENCE);
    }

    @Override
    public List<ExpiredToken> take(Instant until) {
        var after = database.query(
                        "select taken_until from enrollment.expiry_watermark for update",
                        row -> instant(row, 1).orElseThrow())
                .get(0);
        return after.isBefore(until) ? take(after, stepEnd(after, until)) : List.of();
    }

    private List<ExpiredToken> take(Instant after, Instant until) {
        var taken = database.query(expired(after, until), JdbcExpiredTokens::read);
        database.update("update enrollment.expiry_watermark set taken_until = ?", timestamp(until));
        return taken;
    }

    private Instant stepEnd(Instant after, Instant until) {
        return database.query(ends(after, until), row -> instant(row, 1).orElseThrow()).stream()
                .findFirst()
                .orElse(until);
    }

    static SqlFragment expired(Instant after, Instant until) {
        return SqlFragment.sql("""
                select organization_id, batch_id, id, ended_at from enrollment.enrollment_token
                where email is not null and state = 'PENDING' and ended_at > ? and ended_at <= ?
                order by ended_at, id for no key update
                """, timestamp(after), timestamp(until));
    }

    /** The end of the last token of a step, if there are enough for one. */
    static SqlFragment ends(Instant after, Instant until) {
        return SqlFragment.sql("""
                select ended_at from enrollment.enrollment_token
                where email is not null and state = 'PENDING' and ended_at > ? and ended_at <= ?
                order by ended_at offset ? limit 1
                """, timestamp(after), timestamp(until), STEP - 1);
    }

    @Override
    public Instant takenUntil() {
        return database.query(
                        "select taken_until from enrollment.expiry_watermark",
                        row -> instant(row, 1).orElseThrow())
                .get(0);
    }

    private static ExpiredToken read(ResultSet row) throws SQLException {
        return new ExpiredToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                instant(row, 4).orElseThrow());
    }
}
