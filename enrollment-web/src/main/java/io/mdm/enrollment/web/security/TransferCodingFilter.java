package io.mdm.enrollment.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Refusal of transfer codings other than {@code chunked} (RFC 9112, section 6.1). Servers do not agree on where such a
 * body ends, so what they take for the next request may be part of it: the connection ends with the answer, whatever
 * that is.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class TransferCodingFilter extends HttpFilter {
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

    /** Whether the end of the body is beyond doubt: no coding, or {@code chunked} once and alone. */
    private static boolean isPlain(HttpServletRequest request) {
        var codings = Collections.list(request.getHeaders("Transfer-Encoding"));
        return codings.isEmpty()
                || (codings.size() == 1 && codings.get(0).strip().equalsIgnoreCase("chunked"));
    }
}
