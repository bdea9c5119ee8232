package io.mdm.enrollment.web.problem;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.LimitReached;
import io.mdm.enrollment.api.SendTimeRefused;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.spi.DatabaseFailure;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.api.token.TokenNotUsable;
import io.mdm.enrollment.web.metric.RateLimited;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Mapper of exceptions from resources and filters to failure envelopes. */
@Dependent
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = TracedLogger.of(ProblemMapper.class);

    @Inject
    Event<RateLimited> rateLimited;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RequestException refused) {
            return answer(refused.problem(), FailureEnvelope.of(refused)).build();
        }
        if (thrown instanceof SendTimeRefused refused) {
            return answer(HttpProblem.VALIDATION_FAILED, FailureEnvelope.of(SendTimeError.of(refused)))
                    .build();
        }
        if (thrown instanceof LimitReached reached) {
            return limited(reached);
        }
        if (thrown instanceof TokenNotUsable unusable) {
            return answer(HttpProblem.TOKEN_NOT_USABLE, FailureEnvelope.of(unusable))
                    .build();
        }
        var problem = problemOf(thrown);
        if (problem.status() >= 500) {
            LOG.log(Level.ERROR, "{0}: {1}", problem, FailureCause.describe(thrown));
        }
        var answer = answer(problem, FailureEnvelope.of(problem));
        if (thrown instanceof NotAllowedException notAllowed) {
            answer.header(HttpHeaders.ALLOW, notAllowed.getResponse().getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    private Response limited(LimitReached reached) {
        var limit = RateLimited.of(reached.problem());
        rateLimited.fire(limit);
        var problem = HttpProblem.of(reached.problem());
        var answer = answer(problem, FailureEnvelope.of(problem));
        RateLimitHeaders.of(limit.label(), reached.limit()).forEach(answer::header);
        return answer.build();
    }

    private static HttpProblem problemOf(Throwable thrown) {
        if (thrown instanceof EnrollmentException refused) {
            return HttpProblem.of(refused.problem());
        } else if (thrown instanceof NotFoundException) {
            return HttpProblem.ROUTE_NOT_FOUND;
        } else if (thrown instanceof NotAllowedException) {
            return HttpProblem.METHOD_NOT_ALLOWED;
        } else if (thrown instanceof NotSupportedException) {
            return HttpProblem.UNSUPPORTED_MEDIA_TYPE;
        } else if (thrown instanceof UncheckedIOException) {
            return HttpProblem.VALIDATION_FAILED; // connection lost while the body was sent
        } else if (thrown instanceof WebApplicationException refused
                && refused.getResponse().getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR) {
            return HttpProblem.VALIDATION_FAILED;
        }
        return DatabaseFailure.isUnavailable(thrown) ? HttpProblem.DATABASE_UNAVAILABLE : HttpProblem.INTERNAL_ERROR;
    }

    private static Response.ResponseBuilder answer(HttpProblem problem, String envelope) {
        var answer = Response.status(problem.status(), reason(problem))
                .type(MediaType.APPLICATION_JSON)
                .entity(envelope);
        FailureEnvelope.headers(problem).forEach(answer::header);
        return answer;
    }

    /** Reason phrase; Jakarta REST has none for 422 (RFC 9110, section 15.5.21). */
    private static String reason(HttpProblem problem) {
        var known = Response.Status.fromStatusCode(problem.status());
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }
}
