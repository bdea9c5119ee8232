package io.mdm.enrollment.web.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Choice between JSON and another type of answer (RFC 9110, section 12.5.1). */
public final class PreferredType {
    private PreferredType() {}

    /** Whether the caller prefers this type to JSON, which is what everybody else gets. */
    public static boolean isPreferred(MediaType other, HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            } else if (type.isCompatible(other)) {
                return true;
            }
        }
        return false;
    }
}
