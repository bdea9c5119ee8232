package io.mdm.enrollment.web.audit;

import io.mdm.enrollment.api.AuditRecords;
import io.mdm.enrollment.api.audit.AuditPage;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.web.answer.JsonAnswerWriter;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;

/**
 * All audit records that a query asks for, one JSON object on each line. They are read page by page while they are
 * written, so that no transaction lasts as long as the slowest reader.
 */
final class AuditLines implements StreamingOutput {
    private final AuditRecords records;
    private final AuditQuery query;
    private final AuditPage first;

    /** Reads the first page, which may fail before anything is answered. */
    AuditLines(AuditRecords records, AuditQuery query) {
        this.records = records;
        this.query = query.inPagesOf(AuditQuery.MAX_LIMIT);
        this.first = records.page(this.query);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var page = first;
        write(page, out);
        while (page.next().isPresent()) {
            page = records.page(query.after(page.next().get()));
            write(page, out);
        }
    }

    private static void write(AuditPage page, OutputStream out) throws IOException {
        for (var entry : page.records()) {
            out.write(JsonAnswerWriter.json(entry));
            out.write('\n');
        }
    }
}
