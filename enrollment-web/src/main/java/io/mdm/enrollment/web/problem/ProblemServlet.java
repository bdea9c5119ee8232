package io.mdm.enrollment.web.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.spi.TracedLogger;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.page.EnrollPath;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Error page of the application, for failures that the container finds before or after JAX-RS. */
public class ProblemServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Beginning of the names of the module's servlets, which are those of their classes. */
    private static final String MODULE = "io.mdm.enrollment.";

    private static final Logger LOG = TracedLogger.of(ProblemServlet.class);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        var problem = request.getDispatcherType() == DispatcherType.ERROR
                ? problemOf((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE), isRoute(request))
                : HttpProblem.ROUTE_NOT_FOUND;
        if (problem == HttpProblem.ROUTE_NOT_FOUND && isRead(request)) {
            var page = EnrollPath.meantBy(path(request));
            if (page.isPresent()) {
                response.setStatus(HttpServletResponse.SC_FOUND);
                response.setHeader("Location", page.get());
                return;
            }
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                && problem.status() >= 500) {
            LOG.log(Level.ERROR, "{0}: {1}", problem, FailureCause.describe(thrown));
        }
        response.setStatus(problem.status());
        FailureEnvelope.headers(problem).forEach(response::setHeader);
        response.setHeader("Cache-Control", CachingRules.NO_STORE);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        var envelope = FailureEnvelope.of(problem).getBytes(UTF_8);
        // tells a client that is still sending its body when the answer is complete
        response.setContentLength(envelope.length);
        if (!request.getMethod().equals("HEAD")) { // some servers send it over HTTP/2
            write(envelope, response);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod());
    }

    /** The path that was asked for, below the context root; empty if the container does not tell. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path.substring(request.getContextPath().length())
                : "";
    }

    private static void write(byte[] envelope, HttpServletResponse response) {
        try {
            response.getOutputStream().write(envelope);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "Nobody is there for the answer");
        }
    }

    /** Whether the request was for a servlet of the module; some containers answer 405 where there are only files. */
    private static boolean isRoute(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_SERVLET_NAME) instanceof String servlet
                && servlet.startsWith(MODULE);
    }

    /** The container itself answers 401 only for a token that it could not accept. */
    private static HttpProblem problemOf(int status, boolean route) {
        return switch (status) {
            case 401 -> HttpProblem.INVALID_TOKEN;
            case 403, 404 -> HttpProblem.ROUTE_NOT_FOUND; // 403: a file to be written or removed
            case 405, 501 -> route ? HttpProblem.METHOD_NOT_ALLOWED : HttpProblem.ROUTE_NOT_FOUND;
            case 413 -> HttpProblem.BODY_TOO_LARGE;
            case 415 -> HttpProblem.UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? HttpProblem.VALIDATION_FAILED : HttpProblem.INTERNAL_ERROR;
        };
    }
}
