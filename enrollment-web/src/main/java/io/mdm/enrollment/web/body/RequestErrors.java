package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Errors found in a request so far, in document order. One more than can be reported ends the reading. */
public final class RequestErrors {
    private final List<RequestError> errors = new ArrayList<>();
    private @Nullable IntSupplier line;

    /** From now on errors tell the line of a file at which they stand; null for none. */
    void tellLines(@Nullable IntSupplier current) {
        line = current;
    }

    /**
     * Notes an error of a type without context.
     *
     * @throws RequestRefused if this error is one more than can be reported
     */
    public void add(List<Object> path, ErrorType type, String message) {
        add(path, type, message, ErrorContext.NONE);
    }

    /**
     * @param context as the type has it
     * @throws RequestRefused if this error is one more than can be reported
     */
    public void add(List<Object> path, ErrorType type, String message, Map<String, Object> context) {
        if (!context.keySet().equals(type.context())) {
            throw new IllegalArgumentException(type + " has the context " + type.context());
        }
        errors.add(new RequestError(
                List.copyOf(path),
                type.label(),
                message,
                line == null ? context : ErrorContext.atLine(line.getAsInt(), context)));
        if (errors.size() > RequestRefused.MAX_ERRORS) {
            throw refusal();
        }
    }

    /** Notes an error that ends the reading. */
    public RequestRefused last(List<Object> path, ErrorType type, String message) {
        return last(path, type, message, ErrorContext.NONE);
    }

    /** @param context as the type has it */
    public RequestRefused last(List<Object> path, ErrorType type, String message, Map<String, Object> context) {
        add(path, type, message, context);
        return refusal();
    }

    /** Notes an error of the whole body that ends the reading. */
    RequestRefused last(ErrorType type, String message) {
        return last(List.of(), type, message);
    }

    /** @throws RequestRefused if there are errors */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    private RequestRefused refusal() {
        return new RequestRefused(errors);
    }
}
