package io.mdm.enrollment.web.security;

import io.mdm.enrollment.web.config.CallerConfiguration;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * CORS filter (Fetch standard): scripts of the configured origins may call the API and read every answer, including
 * those of the container.
 */
public class CrossOriginFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ONE_HOUR = "3600";

    /** All response headers of the API's description; those that scripts may read anyway are left out. */
    private static final String EXPOSED = "Allow, Content-Disposition, Content-Location, ETag, Idempotency-Replayed,"
            + " RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate";

    /** Request headers of the API's description, and those of W3C Trace Context. */
    private static final String ALLOWED =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, traceparent, tracestate";

    @Inject
    transient CallerConfiguration configuration;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        boolean allowed = origin != null && configuration.allows(origin);
        if (!configuration.allowedOrigins().isEmpty()) {
            response.setHeader("Vary", "Origin");
        }
        if (allowed) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
        if (allowed && isPreflight(request)) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
            response.setHeader("Access-Control-Allow-Headers", ALLOWED);
            response.setHeader("Access-Control-Max-Age", ONE_HOUR);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }
}
