package io.mdm.enrollment.web.answer;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import jakarta.ws.rs.ProcessingException;
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
     * @throws RequestException PRECONDITION_FAILED, when {@code If-Match} names another state, or none
     */
    public static Optional<Response.ResponseBuilder> unchanged(Request request, EntityTag present) {
        var answer = unmet(request, present);
        if (answer.isPresent()
                && answer.get().build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED);
        }
        return answer;
    }

    /** @throws RequestException PRECONDITION_FAILED, when the caller insists on another state, or on none that can be */
    public static void require(Request request, EntityTag present) {
        if (unmet(request, present).isPresent()) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED);
        }
    }

    /** A condition that cannot be read does not hold: to ignore it would overwrite what the caller wanted to spare. */
    private static Optional<Response.ResponseBuilder> unmet(Request request, EntityTag present) {
        try {
            return Optional.ofNullable(request.evaluatePreconditions(present));
        } catch (ProcessingException malformed) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED, malformed);
        }
    }
}
