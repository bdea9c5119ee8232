package io.mdm.enrollment.api;

/** A use case did not carry out a command; nothing was created or changed. */
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
