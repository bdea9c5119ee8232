package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Description of an unforeseen failure for the log. */
final class FailureCause {
    private static final int FRAMES = 12;

    private FailureCause() {}

    /**
     * Chain of causes with stack traces; one line for an unavailable database, of which every request says the same.
     * Messages are left out: they may quote rows, which contain addresses.
     */
    static String describe(Throwable thrown) {
        var causes = DatabaseFailure.causes(thrown).stream();
        return DatabaseFailure.isUnavailable(thrown)
                ? causes.map(FailureCause::name).distinct().collect(Collectors.joining(", caused by "))
                : causes.map(FailureCause::describeOne).collect(Collectors.joining("\nCaused by: "));
    }

    private static String describeOne(Throwable cause) {
        return name(cause)
                + Stream.of(cause.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining());
    }

    private static String name(Throwable cause) {
        var state = cause instanceof SQLException sql ? " SQLState " + sql.getSQLState() : "";
        return cause.getClass().getName() + state;
    }
}
