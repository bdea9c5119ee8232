package io.mdm.enrollment.api;

import java.time.Instant;

/** A use case refused a command because of the time at which mails were to leave; nothing was created or changed. */
public class SendTimeRefused extends EnrollmentException {
    private static final long serialVersionUID = 1L;

    private final Instant bound;

    /**
     * @param problem SEND_TIME_PASSED or SEND_TIME_TOO_FAR
     * @param bound the earliest or latest time that would have been accepted
     */
    public SendTimeRefused(EnrollmentProblem problem, Instant bound) {
        super(problem);
        this.bound = bound;
    }

    public Instant bound() {
        return bound;
    }
}
