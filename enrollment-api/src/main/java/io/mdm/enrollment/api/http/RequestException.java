package io.mdm.enrollment.api.http;

/** Refusal of an HTTP request before a use case was called: nothing was created or changed. */
public class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpProblem problem;

    public RequestException(HttpProblem problem) {
        super(problem.name());
        this.problem = problem;
    }

    public RequestException(HttpProblem problem, Throwable cause) {
        super(problem.name(), cause);
        this.problem = problem;
    }

    public HttpProblem problem() {
        return problem;
    }
}
