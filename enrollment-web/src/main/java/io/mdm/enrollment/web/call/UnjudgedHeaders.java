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
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from JAX-RS what would move it to act before the {@link CallGate} can: media types that cannot be parsed, which it
 * refuses with 400, whoever sent them; and forms, which it reads.
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
        /** RFC 9110, section 12.4.2. */
        private static final Pattern WEIGHT = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

        Request(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return getHeader(HttpHeaders.CONTENT_TYPE);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return substitute(name).orElse(super.getHeader(name));
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return substitute(name)
                    .map(value -> Collections.enumeration(List.of(value)))
                    .orElse(super.getHeaders(name));
        }

        private Optional<String> substitute(String name) {
            if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
                return unlessAll(name, Request::isLeftAlone, MediaType.APPLICATION_OCTET_STREAM);
            }
            return name.equalsIgnoreCase(HttpHeaders.ACCEPT)
                    ? unlessAll(name, Request::areAcceptable, MediaType.WILDCARD)
                    : Optional.empty();
        }

        private Optional<String> unlessAll(String name, Predicate<String> good, String otherwise) {
            var values = Collections.list(super.getHeaders(name));
            return values.stream().allMatch(good) ? Optional.empty() : Optional.of(otherwise);
        }

        private static boolean isLeftAlone(String contentType) {
            return mediaType(contentType)
                    .filter(type -> !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type))
                    .isPresent();
        }

        private static boolean areAcceptable(String mediaRanges) {
            return Stream.of(mediaRanges.split(",", -1)).allMatch(range -> mediaType(range)
                    .map(type -> type.getParameters().getOrDefault("q", "1"))
                    .filter(weight -> WEIGHT.matcher(weight).matches())
                    .isPresent());
        }

        private static Optional<MediaType> mediaType(String text) {
            try {
                return Optional.of(MediaType.valueOf(text.strip()));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }
}
