package io.mdm.enrollment.web.answer;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Conditional requests (RFC 9110, section 13). */
public final class Preconditions {
    private Preconditions() {}

    /**
     * Answer 304 if {@code If-None-Match} names the present state.
     *
     * @throws RequestException PRECONDITION_FAILED if {@code If-Match} does not name the present state
     */
    public static Optional<Response.ResponseBuilder> unchanged(Request request, EntityTag present) {
        var answer = unmet(request, present);
        if (answer.isPresent()
                && answer.get().build().getStatus() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED);
        }
        return answer;
    }

    /** @throws RequestException PRECONDITION_FAILED if the caller requires another state, or none that can exist */
    public static void require(Request request, EntityTag present) {
        if (unmet(request, present).isPresent()) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED);
        }
    }

    /** A malformed condition does not hold: ignoring it would overwrite what the caller wanted to keep. */
    private static Optional<Response.ResponseBuilder> unmet(Request request, EntityTag present) {
        try {
            return Optional.ofNullable(request.evaluatePreconditions(present));
        } catch (ProcessingException malformed) {
            throw new RequestException(HttpProblem.PRECONDITION_FAILED, malformed);
        }
    }
}
