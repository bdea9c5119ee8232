package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.http.BodyError;
import io.mdm.enrollment.api.http.BodyRefused;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong so far, in document order; one more than can be reported ends the reading. */
final class BodyErrors {
    private final List<BodyError> errors = new ArrayList<>();

    /** @throws BodyRefused if this error is one more than can be reported */
    void add(List<Object> path, ErrorType type, String message) {
        errors.add(new BodyError(List.copyOf(path), type.label(), message));
        if (errors.size() > BodyRefused.MOST_ERRORS) {
            throw refusal();
        }
    }

    /** Notes an error of the whole body after which nothing more can be read. */
    BodyRefused last(ErrorType type, String message) {
        return last(List.of(), type, message);
    }

    /** Notes an error after which nothing more can be read. */
    BodyRefused last(List<Object> path, ErrorType type, String message) {
        add(path, type, message);
        return refusal();
    }

    /** @throws BodyRefused if anything was found wrong */
    void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    private BodyRefused refusal() {
        return new BodyRefused(errors);
    }
}
