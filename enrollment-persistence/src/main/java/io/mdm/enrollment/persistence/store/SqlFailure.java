package io.mdm.enrollment.persistence.store;

import java.sql.SQLException;

/** Failure of a statement; the cause tells why. */
public class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SqlFailure(SQLException cause) {
        super("SQLState " + cause.getSQLState(), cause);
    }

    boolean hasState(String state) {
        return getCause() instanceof SQLException sql && state.equals(sql.getSQLState());
    }
}
