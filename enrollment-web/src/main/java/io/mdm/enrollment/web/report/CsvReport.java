package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.web.answer.WireName;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Report as CSV (RFC 4180), one line per recipient. Names of nested values are joined by {@code _}.
 */
final class CsvReport implements StreamingOutput {
    private static final String HEADER =
            "index,email,outcome,tokenId,enrollmentLink,enrollCode,mail_state,mail_attempts,mail_lastReply,mail_queuedAt,"
                    + "mail_sentAt,mail_nextAttemptAt\r\n";

    private final BatchReport report;

    CsvReport(BatchReport report) {
        this.report = report;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEADER);
        for (var item : report.items()) {
            write(item, writer);
        }
        writer.flush();
    }

    private static void write(BatchReport.Item item, Writer writer) throws IOException {
        var mail = Optional.ofNullable(item.mail());
        List<Optional<?>> cells = List.of(
                Optional.of(item.index()),
                Optional.ofNullable(item.email()),
                Optional.of(WireName.of(item.outcome())),
                Optional.ofNullable(item.tokenId()),
                Optional.ofNullable(item.enrollmentLink()).map(PersonalLink::uri),
                Optional.ofNullable(item.enrollCode()),
                mail.map(BatchReport.Mail::state).map(WireName::of),
                mail.map(BatchReport.Mail::attempts),
                mail.map(BatchReport.Mail::lastReply),
                mail.map(BatchReport.Mail::queuedAt),
                mail.map(BatchReport.Mail::sentAt),
                mail.map(BatchReport.Mail::nextAttemptAt));
        writer.write(cells.stream()
                .map(cell -> CsvCell.of(cell.map(Object::toString).orElse("")))
                .collect(Collectors.joining(",", "", "\r\n")));
    }
}
