package io.mdm.enrollment.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.function.Predicate;

/**
 * Refusal of requests whose end is in doubt: transfer codings other than {@code chunked}, several lengths (RFC 9112,
 * sections 6.1 and 6.3). Servers do not agree on where such a body ends, so what they take for the next request may be
 * part of it: the connection ends with the answer, whatever that is.
 */
public class MessageFramingFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPlain(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Connection", "close");
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /** Whether the end of the body is beyond doubt: at most one length, and no coding, or {@code chunked} once. */
    private static boolean isPlain(HttpServletRequest request) {
        return hasAtMostOne(request, "Transfer-Encoding", coding -> coding.equalsIgnoreCase("chunked"))
                && hasAtMostOne(request, "Content-Length", HeaderGrammar::isLength);
    }

    private static boolean hasAtMostOne(HttpServletRequest request, String header, Predicate<String> rule) {
        var values = Collections.list(request.getHeaders(header));
        return values.size() <= 1 && values.stream().map(String::strip).allMatch(rule);
    }
}
