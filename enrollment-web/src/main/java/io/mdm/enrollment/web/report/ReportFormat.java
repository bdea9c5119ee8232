package io.mdm.enrollment.web.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** How a report is written. */
enum ReportFormat {
    JSON,
    CSV;

    private static final MediaType TEXT_CSV = new MediaType("text", "csv");

    /** CSV when the caller prefers it to JSON, else JSON: whatever else is asked for, there is an answer. */
    static ReportFormat wantedBy(HttpHeaders headers) {
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return JSON;
            } else if (type.isCompatible(TEXT_CSV)) {
                return CSV;
            }
        }
        return JSON;
    }
}
