package io.mdm.enrollment.api.http;

/** An HTTP request that was refused before a use case was called; nothing was created or changed. */
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
