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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from JAX-RS what would move it to act before the {@link CallGate} can: a content type or an accepted type that
 * cannot be parsed, which it refuses with 400; and forms, which it reads, whoever sent them.
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
        private static final Pattern QUALITY = Pattern.compile("0(\\.\\d{0,3})?|1(\\.0{0,3})?");

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
            if (value == null) {
                return null;
            } else if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
                return isAcceptable(value) ? value : MediaType.WILDCARD;
            } else if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                return isNoForm(value) ? value : MediaType.APPLICATION_OCTET_STREAM;
            }
            return value;
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            boolean unjudged =
                    name.equalsIgnoreCase(HttpHeaders.ACCEPT) || name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE);
            var value = unjudged ? getHeader(name) : null;
            return value == null ? super.getHeaders(name) : Collections.enumeration(Collections.singleton(value));
        }

        private static boolean isAcceptable(String types) {
            try {
                for (var type : types.split(",", -1)) {
                    var quality =
                            MediaType.valueOf(type.strip()).getParameters().get("q");
                    if (quality != null && !QUALITY.matcher(quality).matches()) {
                        return false;
                    }
                }
                return true;
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }

        private static boolean isNoForm(String contentType) {
            try {
                return !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(MediaType.valueOf(contentType));
            } catch (IllegalArgumentException malformed) {
                return false;
            }
        }
    }
}
