package io.mdm.enrollment.web.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Causes of an unforeseen failure. */
final class FailureCause {
    /** SQL states: server stopping or starting, too many connections, query canceled (PostgreSQL, appendix A). */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "53300", "57014");

    private static final String CONNECTION_EXCEPTIONS = "08";
    private static final int FRAMES = 12;

    private FailureCause() {}

    /** Whether the database could not be reached, its pool had no free connection, or a query took too long. */
    static boolean isDatabaseUnavailable(Throwable thrown) {
        return causes(thrown).stream().anyMatch(cause -> cause instanceof SQLException sql && isAway(sql));
    }

    private static boolean isAway(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLTimeoutException
                || state == null
                || state.startsWith(CONNECTION_EXCEPTIONS)
                || UNAVAILABLE.contains(state);
    }

    /** Chain of causes with stack traces. Messages are left out: they may quote rows, which contain addresses. */
    static String describe(Throwable thrown) {
        return causes(thrown).stream().map(FailureCause::describeOne).collect(Collectors.joining("\nCaused by: "));
    }

    private static String describeOne(Throwable cause) {
        var state = cause instanceof SQLException sql ? " SQLState " + sql.getSQLState() : "";
        return cause.getClass().getName()
                + state
                + Stream.of(cause.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining());
    }

    private static List<Throwable> causes(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = thrown; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
