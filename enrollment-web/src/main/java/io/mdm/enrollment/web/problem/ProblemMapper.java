package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.token.TokenNotUsable;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers whatever is thrown inside a resource or a filter. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof EnrollmentException refused) {
            return answer(refused.problem(), FailureEnvelope.of(refused)).build();
        }
        if (thrown instanceof TokenNotUsable unusable) {
            return answer(EnrollmentProblem.TOKEN_NOT_USABLE, FailureEnvelope.of(unusable))
                    .build();
        }
        var problem = problemOf(thrown);
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, "{0}: {1}", problem, Failure.describe(thrown));
        }
        var answer = answer(problem, FailureEnvelope.of(problem));
        if (thrown instanceof NotAllowedException notAllowed) {
            answer.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private static EnrollmentProblem problemOf(Throwable thrown) {
        if (thrown instanceof NotFoundException) {
            return EnrollmentProblem.ROUTE_NOT_FOUND;
        } else if (thrown instanceof NotAllowedException) {
            return EnrollmentProblem.METHOD_NOT_ALLOWED;
        } else if (thrown instanceof NotSupportedException) {
            return EnrollmentProblem.UNSUPPORTED_MEDIA_TYPE;
        } else if (thrown instanceof UncheckedIOException) {
            return EnrollmentProblem.BODY_REFUSED; // the caller went away while sending
        } else if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR) {
            return EnrollmentProblem.BODY_REFUSED;
        }
        return Failure.isDatabaseAway(thrown) ? EnrollmentProblem.DATABASE_AWAY : EnrollmentProblem.INTERNAL_ERROR;
    }

    private static Response.ResponseBuilder answer(EnrollmentProblem problem, String envelope) {
        var answer = Response.status(problem.status(), reason(problem))
                .type(MediaType.APPLICATION_JSON)
                .entity(envelope);
        FailureEnvelope.headers(problem).forEach(answer::header);
        return answer;
    }

    /** The server knows no words for 422 (RFC 9110, section 15.5.21). */
    private static String reason(EnrollmentProblem problem) {
        var known = Response.Status.fromStatusCode(problem.status());
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
