package io.mdm.enrollment.api;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Receipt of a command's result, stored until its idempotency key is forgotten. It must hold nothing secret, because it
 * is stored as plain text, and nothing personal, because no erasure reaches it.
 *
 * @param type public record of booleans, whole numbers, strings, durations of whole seconds, instants, constants, and
 *     of records and lists of these
 * @param of receipt of a result
 * @param replay result that a receipt tells, within a transaction
 */
public record Receipt<T, R extends Record>(Class<R> type, Function<T, R> of, Function<R, T> replay) {

    /** Receipt that is the result itself. */
    public static <R extends Record> Receipt<R, R> whole(Class<R> type) {
        return new Receipt<>(type, UnaryOperator.identity(), UnaryOperator.identity());
    }
}
