package io.mdm.enrollment.web.report;

import io.mdm.enrollment.web.answer.PreferredType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Format of a report. */
enum ReportFormat {
    JSON,
    CSV;

    private static final MediaType TEXT_CSV = new MediaType("text", "csv");

    /** CSV if the caller prefers it to JSON; JSON for everything else. */
    static ReportFormat wantedBy(HttpHeaders headers) {
        return PreferredType.isPreferred(TEXT_CSV, headers) ? CSV : JSON;
    }
}
