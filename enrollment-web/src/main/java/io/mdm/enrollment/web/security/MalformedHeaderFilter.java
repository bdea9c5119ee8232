package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.http.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Filter that hides malformed headers and the content type of forms. Implementations of JAX-RS refuse some of them
 * before the {@link AuthorizationFilter} has identified the caller, and fail on others. Hidden headers are treated as
 * absent ones in their turn: no media type is a wrong one, no preference allows any, no condition always holds.
 */
@WebFilter("/" + Paths.API + "/*")
public class MalformedHeaderFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new WellFormed(request), response);
    }

    private static final class WellFormed extends HttpServletRequestWrapper {

        WellFormed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isWellFormed(name) ? super.getHeader(name) : null;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isWellFormed(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                    .filter(this::isWellFormed)
                    .toList());
        }

        @Override
        public @Nullable String getContentType() {
            return getHeader("Content-Type");
        }

        private boolean isWellFormed(String name) {
            return Collections.list(super.getHeaders(name)).stream()
                    .allMatch(value -> HeaderGrammar.allows(name, value));
        }
    }
}
