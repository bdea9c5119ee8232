package io.mdm.enrollment.web.call;

import io.mdm.enrollment.api.http.Paths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from JAX-RS what would move it to act before the {@link CallGate} can: a content type that cannot be parsed, which
 * it refuses with 400; forms, which it reads, whoever sent them; and what the client accepts, which makes no difference
 * because every answer is JSON.
 */
@WebFilter("/" + Paths.API + "/*")
public class UnjudgedHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Request(request), response);
    }

    private static final class Request extends HttpServletRequestWrapper {
        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return getHeader(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        public @Nullable String getHeader(String name) {
            var value = super.getHeader(name);
            if (value != null && name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
                return MediaType.WILDCARD;
            }
            return value != null && name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && !isLeftAlone(value)
                    ? MediaType.APPLICATION_OCTET_STREAM
                    : value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            var values = super.getHeaders(name);
            boolean judged =
                    name.equalsIgnoreCase(HttpHeaders.ACCEPT) || name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
            return judged && values.hasMoreElements()
                    ? Collections.enumeration(Collections.singleton(getHeader(name)))
                    : values;
        }

        private static boolean isLeftAlone(String contentType) {
            try {
                return !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(MediaType.valueOf(contentType));
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }
    }
}
