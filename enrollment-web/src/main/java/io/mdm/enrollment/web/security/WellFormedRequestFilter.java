package io.mdm.enrollment.web.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Filter that lets only well-formed requests reach JAX-RS, whose implementations refuse some malformed ones before the
 * {@link AuthorizationFilter} has identified the caller, and fail on others.
 *
 * <p>Malformed headers and the content type of forms are hidden, and so treated as absent ones in their turn: no media
 * type is a wrong one, no preference allows any, no condition always holds. In the URL, what does not belong there is
 * percent-encoded (RFC 3986, section 2.1), and the host, on which nothing depends, is one that can be parsed. Methods
 * are case-sensitive (RFC 9110, section 9.1), but some implementations take {@code post} for {@code POST}: it becomes
 * an unknown one.
 */
public class WellFormedRequestFilter extends HttpFilter {
    /** Request attribute that {@link AuthorizationFilter} expects. */
    static final String PASSED = WellFormedRequestFilter.class.getName();

    private static final long serialVersionUID = 1L;

    /** Method that no resource has. */
    private static final String UNKNOWN_METHOD = "UNKNOWN";

    /** All but reserved and unreserved characters, and percent signs that encode nothing. Brackets belong in hosts. */
    private static final Pattern NOT_OF_URLS = Pattern.compile("[^A-Za-z0-9._~:/?@!$&'()*+,;=%-]|%(?![0-9A-Fa-f]{2})");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(PASSED, true);
        chain.doFilter(new WellFormed(request), response);
    }

    private static final class WellFormed extends HttpServletRequestWrapper {

        WellFormed(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            var method = super.getMethod();
            return method.equals(method.toUpperCase(Locale.ROOT)) ? method : UNKNOWN_METHOD;
        }

        @Override
        public String getRequestURI() {
            return encoded(super.getRequestURI());
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer("http://localhost").append(getRequestURI());
        }

        @Override
        public @Nullable String getQueryString() {
            var query = super.getQueryString();
            return query == null ? null : encoded(query);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var value = super.getHeader(name);
            return value == null || !isWellFormed(name) ? null : HeaderGrammar.canonical(name, value);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return Collections.enumeration(isWellFormed(name) ? values(name) : List.of());
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

        private List<String> values(String name) {
            return Collections.list(super.getHeaders(name)).stream()
                    .map(value -> HeaderGrammar.canonical(name, value))
                    .toList();
        }

        private boolean isWellFormed(String name) {
            return Collections.list(super.getHeaders(name)).stream()
                    .allMatch(value -> HeaderGrammar.allows(name, value));
        }

        private static String encoded(String text) {
            return NOT_OF_URLS
                    .matcher(text)
                    .replaceAll(found -> URLEncoder.encode(found.group(), UTF_8).replace("+", "%20"));
        }
    }
}
