package io.mdm.enrollment.api.spi;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** Kinds of failures of the database, by the SQL states in their chain of causes (PostgreSQL, appendix A). */
public final class DatabaseFailure {
    /** Serialization failure and deadlock: the same transaction succeeds when nothing else is in its way. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    /** Connection, insufficient resources, operator intervention. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "57");

    /**
     * Read-only transaction, timeouts of a transaction and of its idle time, unknown completion, lock not available,
     * input or output error.
     */
    private static final Set<String> UNAVAILABLE = Set.of("25006", "25P03", "25P04", "40003", "55P03", "58030");

    private DatabaseFailure() {}

    /** Whether a transaction failed only because of others at the same time. */
    public static boolean isConflict(Throwable thrown) {
        return isAnySql(thrown, sql -> CONFLICTS.contains(state(sql)));
    }

    /**
     * Whether the database could not do its work now, for a reason that does not lie in the request. A commit that
     * failed is such a case: some transaction managers keep only the resource's failure, without the state.
     */
    public static boolean isUnavailable(Throwable thrown) {
        return isAnySql(thrown, DatabaseFailure::isAway)
                || isConflict(thrown)
                || causes(thrown).stream().anyMatch(XAException.class::isInstance);
    }

    /** The failure itself and its causes, the outermost first. */
    public static List<Throwable> causes(Throwable thrown) {
        var chain = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = thrown; cause != null && !chain.contains(cause); cause = causeOf(cause)) {
            chain.add(cause);
        }
        return chain;
    }

    /** Some transaction managers suppress the resource's failure instead of naming it as the cause. */
    private static @Nullable Throwable causeOf(Throwable failure) {
        var suppressed = failure.getSuppressed();
        return failure.getCause() == null && suppressed.length > 0 ? suppressed[0] : failure.getCause();
    }

    private static boolean isAnySql(Throwable thrown, Predicate<SQLException> kind) {
        return causes(thrown).stream().anyMatch(cause -> cause instanceof SQLException sql && kind.test(sql));
    }

    /** A pool without a free connection gives no state. */
    private static boolean isAway(SQLException sql) {
        String state = state(sql);
        return sql instanceof SQLTransientConnectionException
                || sql instanceof SQLTimeoutException
                || state.isEmpty()
                || UNAVAILABLE.contains(state)
                || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith);
    }

    private static String state(SQLException sql) {
        return sql.getSQLState() == null ? "" : sql.getSQLState();
    }
}
