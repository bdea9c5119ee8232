package io.mdm.enrollment.api;

/** A use case refused a command because of a rate limit; nothing was created or changed. It may be repeated later. */
public class LimitReached extends EnrollmentException {
    private static final long serialVersionUID = 1L;

    private final RateLimit limit;

    /** @param problem says which limit */
    public LimitReached(EnrollmentProblem problem, RateLimit limit) {
        super(problem);
        this.limit = limit;
    }

    public RateLimit limit() {
        return limit;
    }
}
