package io.mdm.enrollment.api.http;

import java.util.ArrayList;
import java.util.List;

/** Refusal of a request whose body, query or headers break the rules of the API, with every error found. */
public class RequestRefused extends RequestException {
    private static final long serialVersionUID = 1L;

    /** Maximum number of errors reported. */
    public static final int MAX_ERRORS = 100;

    private final ArrayList<RequestError> errors;

    /** @param errors in document order; those beyond the first {@value #MAX_ERRORS} are left out of the answer */
    public RequestRefused(List<RequestError> errors) {
        super(HttpProblem.VALIDATION_FAILED);
        this.errors = new ArrayList<>(errors);
    }

    public List<RequestError> errors() {
        return errors.subList(0, Math.min(errors.size(), MAX_ERRORS));
    }

    /** Whether there were more errors than are reported. */
    public boolean truncated() {
        return errors.size() > MAX_ERRORS;
    }
}
