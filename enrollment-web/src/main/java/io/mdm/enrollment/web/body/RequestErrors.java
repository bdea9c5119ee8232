package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.RequestError;
import io.mdm.enrollment.api.http.RequestRefused;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far, in document order; one more than can be reported ends the reading. */
final class RequestErrors {
    private final List<RequestError> errors = new ArrayList<>();

    /** @throws RequestRefused if this error is one more than can be reported */
    void add(List<Object> path, ErrorType type, String message) {
        errors.add(new RequestError(List.copyOf(path), type.label(), message));
        if (errors.size() > RequestRefused.MAX_ERRORS) {
            throw refusal();
        }
    }

    /** Notes an error of the whole body after which nothing more can be read. */
    RequestRefused last(ErrorType type, String message) {
        return last(List.of(), type, message);
    }

    /** Notes an error after which nothing more can be read. */
    RequestRefused last(List<Object> path, ErrorType type, String message) {
        add(path, type, message);
        return refusal();
    }

    /** @throws RequestRefused if anything was found wrong */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    private RequestRefused refusal() {
        return new RequestRefused(errors);
    }
}
