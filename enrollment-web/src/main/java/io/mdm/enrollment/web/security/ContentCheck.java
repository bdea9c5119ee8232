package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.web.config.RequestLimits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Check of the headers that describe a body: plain JSON in UTF-8 or, where it is expected, a form; not too long. */
@Dependent
class ContentCheck {
    private final RequestLimits limits;

    @Inject
    ContentCheck(RequestLimits limits) {
        this.limits = limits;
    }

    void judge(ContainerRequestContext request, RequiresPermission expected) {
        if (expected.body() == RequiresPermission.Body.OPTIONAL && !hasBody(request)) {
            return;
        }
        if (request.getHeaderString(HttpHeaders.CONTENT_ENCODING) != null
                || !isExpected(request.getHeaderString(HttpHeaders.CONTENT_TYPE), expected.body())) {
            throw new RequestException(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null
                && new BigInteger(length)
                                .compareTo(BigInteger.valueOf(expected.size().maxBytes(limits)))
                        > 0) {
            throw new RequestException(HttpProblem.BODY_TOO_LARGE);
        }
    }

    /** Decided by the headers; only HTTP/2 may send a body without announcing it (RFC 9113, section 8.1.1). */
    private static boolean hasBody(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null) {
            return true;
        }
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? request.hasEntity() : new BigInteger(length).signum() > 0;
    }

    private static boolean isExpected(@Nullable String contentType, RequiresPermission.Body body) {
        return isJson(contentType) || (body == RequiresPermission.Body.JSON_OR_FORM && isForm(contentType));
    }

    /** A form without a boundary has no beginning. */
    private static boolean isForm(@Nullable String contentType) {
        try {
            var type = MediaType.valueOf(contentType);
            return MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type)
                    && !type.isWildcardType()
                    && !type.isWildcardSubtype()
                    && type.getParameters().containsKey("boundary");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            var type = MediaType.valueOf(contentType);
            return type.getType().equalsIgnoreCase("application")
                    && type.getSubtype().equalsIgnoreCase("json")
                    && isUtf8(type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8"));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Whether a charset is UTF-8, under this or another name such as {@code UTF8}, in any case. */
    private static boolean isUtf8(String charset) {
        return Charset.forName(charset).equals(StandardCharsets.UTF_8);
    }
}
