package io.mdm.enrollment.api.spi;

import java.util.Optional;

/** Trace to which the work of the current thread belongs, as far as the module knows it: for the lines of its log. */
public final class TraceId {
    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

    private TraceId() {}

    /** The id, 32 hexadecimal digits; empty if the work is not traced. */
    public static Optional<String> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Begins work of a trace. Whoever begins it ends it, on the same thread.
     *
     * @param id 32 hexadecimal digits
     */
    public static void begin(String id) {
        CURRENT.set(id);
    }

    /** Ends work of a trace, if any was begun. */
    public static void end() {
        CURRENT.remove();
    }
}
