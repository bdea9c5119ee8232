package io.mdm.enrollment.api.http;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import java.util.ArrayList;
import java.util.List;

/** A request body, or a query parameter, that cannot be accepted, with everything found wrong. */
public class BodyRefused extends EnrollmentException {
    private static final long serialVersionUID = 1L;

    /** How many errors are reported at most. */
    public static final int MOST_ERRORS = 100;

    private final ArrayList<BodyError> errors;

    /** @param errors in document order; those beyond the first {@value #MOST_ERRORS} are left out of the answer */
    public BodyRefused(List<BodyError> errors) {
        super(EnrollmentProblem.BODY_REFUSED);
        this.errors = new ArrayList<>(errors);
    }

    public List<BodyError> errors() {
        return errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
    }

    /** Whether there were more errors than are reported. */
    public boolean truncated() {
        return errors.size() > MOST_ERRORS;
    }
}
