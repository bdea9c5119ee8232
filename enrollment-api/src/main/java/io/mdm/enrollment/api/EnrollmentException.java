package io.mdm.enrollment.api;

/** A use case refused a command as a whole; nothing was created or changed. */
public class EnrollmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EnrollmentProblem problem;

    public EnrollmentException(EnrollmentProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public EnrollmentProblem problem() {
        return problem;
    }
}
