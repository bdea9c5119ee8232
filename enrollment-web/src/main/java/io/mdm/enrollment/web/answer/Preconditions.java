package io.mdm.enrollment.web.answer;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** What a caller knows already, and what he insists on (RFC 9110, section 13). */
public final class Preconditions {
    private Preconditions() {}

    /**
     * The answer 304, when {@code If-None-Match} names the present state.
     *
     * @throws EnrollmentException PRECONDITION_FAILED, when {@code If-Match} names another state
     */
    public static Optional<Response.ResponseBuilder> unchanged(Request request, EntityTag present) {
        var answer = Optional.ofNullable(request.evaluatePreconditions(present));
        if (answer.isPresent()
                && answer.get().build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new EnrollmentException(EnrollmentProblem.PRECONDITION_FAILED);
        }
        return answer;
    }

    /** @throws EnrollmentException PRECONDITION_FAILED, when the caller insists on another state */
    public static void require(Request request, EntityTag present) {
        if (request.evaluatePreconditions(present) != null) {
            throw new EnrollmentException(EnrollmentProblem.PRECONDITION_FAILED);
        }
    }
}
