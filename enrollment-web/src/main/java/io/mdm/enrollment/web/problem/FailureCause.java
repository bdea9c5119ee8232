package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.spi.DatabaseFailure;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Description of an unforeseen failure for the log. */
final class FailureCause {
    private static final int FRAMES = 12;

    private FailureCause() {}

    /** Chain of causes with stack traces. Messages are left out: they may quote rows, which contain addresses. */
    static String describe(Throwable thrown) {
        return DatabaseFailure.causes(thrown).stream()
                .map(FailureCause::describeOne)
                .collect(Collectors.joining("\nCaused by: "));
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
}
