package io.mdm.enrollment.web.report;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Format of a report. */
enum ReportFormat {
    JSON,
    CSV;

    private static final MediaType TEXT_CSV = new MediaType("text", "csv");

    /** CSV if the caller prefers it to JSON; JSON for everything else. */
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
