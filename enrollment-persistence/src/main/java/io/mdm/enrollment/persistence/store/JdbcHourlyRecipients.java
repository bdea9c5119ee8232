package io.mdm.enrollment.persistence.store;

import io.mdm.enrollment.domain.issuance.HourlyRecipients;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
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
        return database.query("""
                select recipients, ceil(extract(epoch from minute + interval '61 minutes' - clock_timestamp()))
                from enrollment.hourly_recipients
                where organization_id = ? and minute > clock_timestamp() - interval '61 minutes' order by minute
                """, row -> new Count(row.getInt(1), Duration.ofSeconds(row.getLong(2))), organizationId);
    }

    @Override
    public List<Count> add(String organizationId, int recipients) {
        database.query(
                "select enrollment.add_hourly_recipients(?, ?)", row -> organizationId, organizationId, recipients);
        return counts(organizationId);
    }
}
