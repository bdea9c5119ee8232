package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.issuance.HourlyRecipients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Recipients by the minute, by the database's clock, which is the same for all nodes. They count until the last second
 * of their minute is an hour old.
 */
@Dependent
class JdbcHourlyRecipients implements HourlyRecipients {
    private final EnrollmentDatabase database;

    @Inject
    JdbcHourlyRecipients(EnrollmentDatabase database) {
        this.database = database;
    }

    @Override
    public List<Count> counts(String organizationId) {
        return database.query(
                "select * from enrollment.hourly_recipients_of(?)", JdbcHourlyRecipients::count, organizationId);
    }

    @Override
    public List<Count> add(String organizationId, int recipients) {
        return database.query(
                "select * from enrollment.add_hourly_recipients(?, ?)",
                JdbcHourlyRecipients::count,
                organizationId,
                recipients);
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getInt(1), Duration.ofSeconds(row.getLong(2)));
    }
}
