package io.mdm.enrollment.api;

/** A request was refused as a whole; nothing was created. */
public class EnrollmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final EnrollmentProblem problem;

    public EnrollmentException(EnrollmentProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public EnrollmentException(EnrollmentProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public EnrollmentProblem problem() {
        return problem;
    }
}
