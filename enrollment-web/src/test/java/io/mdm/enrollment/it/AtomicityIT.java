package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.EnrollmentServer;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Nothing is created unless the answer is 200. */
class AtomicityIT extends SharedServer {

    /** The delivery is scheduled last: when that fails, everything else has been written. */
    @Test
    void a_request_that_fails_at_its_last_step_leaves_nothing(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        try (var database = postgres.dataSource().getConnection()) {
            long before = rows(database);
            execute(
                    database,
                    "alter table enrollment.scheduled_tasks add constraint nothing_new check (picked) not valid");
            try {
                var reply = server.postBulk(
                        "acme", "{\"sendEmail\":true,\"userEmails\":[\"nobody@atomicity.example\",\"invalid\"]}");

                assertThat(reply.status()).isEqualTo(500);
                assertThat(reply.body())
                        .isEqualTo("{\"status\":false,\"error\":{\"code\":1000,\"message\":\"Internal error\"}}");
                assertThat(rows(database)).isEqualTo(before);
            } finally {
                execute(database, "alter table enrollment.scheduled_tasks drop constraint nothing_new");
            }
        }
    }

    private static long rows(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select (select count(*) from enrollment.enrollment_batch)
                             + (select count(*) from enrollment.enrollment_token)
                             + (select count(*) from enrollment.enrollment_rejection)
                             + (select count(*) from enrollment.invitation)
                        """)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
