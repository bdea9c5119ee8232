package io.mdm.enrollment.persistence.start;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import io.mdm.enrollment.persistence.store.EnrollmentDatabase;
import io.mdm.enrollment.persistence.store.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;

/**
 * Check whether a connection is one session of the database, as prepared statements and session locks need it, or
 * shares sessions with others, as behind a pooler in transaction mode.
 */
record SessionCheck(EnrollmentDatabase database) {
    /** Executions after which the driver has certainly prepared a statement in its session; by default it takes 5. */
    private static final int UNTIL_PREPARED = 8;

    private static final String INVALID_STATEMENT_NAME = "26000";

    /**
     * Whether sessions are shared. If so, the session of one connection changes while another one holds it in a
     * transaction.
     *
     * @throws IllegalStateException if prepared statements get lost, with the remedy
     */
    boolean isShared() {
        long mark = System.nanoTime(); // tells this statement from one that another node has left in a session
        var query = "select pg_backend_pid(), " + mark;
        try (var connection = database.dataSource().getConnection();
                var other = database.dataSource().getConnection();
                var statement = connection.prepareStatement(query);
                var blocking = other.prepareStatement(query)) {
            var sessions = new HashSet<Integer>();
            inTransaction(other, blocking, mark, () -> {
                for (int i = 0; i < UNTIL_PREPARED; i++) {
                    sessions.add(session(statement, mark));
                }
            });
            sessions.add(session(statement, mark));
            inTransaction(other, blocking, mark, () -> sessions.add(session(statement, mark)));
            return sessions.size() > 1;
        } catch (SQLException failed) {
            throw DatabaseFailure.isUnavailable(failed) ? new SqlFailure(failed) : statementsGetLost(failed);
        }
    }

    private static void inTransaction(Connection other, PreparedStatement blocking, long mark, Step step)
            throws SQLException {
        other.setAutoCommit(false);
        session(blocking, mark);
        step.run();
        other.rollback();
        other.setAutoCommit(true);
    }

    private static int session(PreparedStatement statement, long mark) throws SQLException {
        try (var rows = statement.executeQuery()) {
            rows.next();
            if (rows.getLong(2) != mark) {
                throw new SQLException("another statement was executed", INVALID_STATEMENT_NAME);
            }
            return rows.getInt(1);
        }
    }

    private static IllegalStateException statementsGetLost(SQLException cause) {
        return new IllegalStateException(
                "Prepared statements get lost between this server and PostgreSQL, because a pooler gives every transaction"
                        + " another session: add prepareThreshold=0 to the URL of the data source jdbc/enrollment, or"
                        + " pool sessions",
                cause);
    }

    private interface Step {
        void run() throws SQLException;
    }
}
