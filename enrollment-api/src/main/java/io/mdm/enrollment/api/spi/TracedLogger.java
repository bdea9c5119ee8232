package io.mdm.enrollment.api.spi;

import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Logger of the module: the server's, which gets each message with the id of the trace at its end, if there is one. The
 * format of a line is the server's.
 */
public final class TracedLogger implements System.Logger {
    private final System.Logger server;

    private TracedLogger(System.Logger server) {
        this.server = server;
    }

    /** The logger of a class. */
    public static System.Logger of(Class<?> type) {
        return new TracedLogger(System.getLogger(type.getName()));
    }

    @Override
    public String getName() {
        return server.getName();
    }

    @Override
    public boolean isLoggable(Level level) {
        return server.isLoggable(level);
    }

    @Override
    public void log(
            Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
        server.log(level, bundle, traced(message), thrown);
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... values) {
        server.log(level, bundle, traced(format), values);
    }

    private static @Nullable String traced(@Nullable String message) {
        return TraceId.current().map(id -> message + " trace_id=" + id).orElse(message);
    }
}
