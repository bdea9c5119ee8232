package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.token.PersonalLink;
import io.mdm.enrollment.web.answer.WireName;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Report as CSV (RFC 4180), one line per recipient. Names of nested values are joined by {@code _}. A byte order mark
 * tells spreadsheets that it is UTF-8.
 */
final class CsvReport implements StreamingOutput {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final List<String> HEADER = List.of(
            "index",
            "email",
            "outcome",
            "tokenId",
            "state",
            "winDeviceId",
            "enrolledAt",
            "enrollmentLink",
            "enrollCode",
            "mail_state",
            "mail_attempts",
            "mail_lastReply",
            "mail_queuedAt",
            "mail_sentAt",
            "mail_nextAttemptAt",
            "name",
            "suggestion");

    private final BatchReport report;
    private final String separator;

    CsvReport(BatchReport report, CsvSeparator separator) {
        this.report = report;
        this.separator = String.valueOf(separator.character());
    }

    @Override
    public void write(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        writer.write(line(HEADER.stream()));
        for (var item : report.items()) {
            writer.write(line(cells(item).stream()
                    .map(cell -> CsvCell.of(cell.map(Object::toString).orElse("")))));
        }
        writer.flush();
    }

    private String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(separator, "", "\r\n"));
    }

    private static List<Optional<?>> cells(BatchReport.Item item) {
        var mail = Optional.ofNullable(item.mail());
        return List.of(
                Optional.of(item.index()),
                Optional.ofNullable(item.email()),
                Optional.of(WireName.of(item.outcome())),
                Optional.ofNullable(item.tokenId()),
                Optional.ofNullable(item.state()),
                Optional.ofNullable(item.winDeviceId()),
                Optional.ofNullable(item.enrolledAt()),
                Optional.ofNullable(item.enrollmentLink()).map(PersonalLink::uri),
                Optional.ofNullable(item.enrollCode()),
                mail.map(Mail::state).map(WireName::of),
                mail.map(Mail::attempts),
                mail.map(Mail::lastReply),
                mail.map(Mail::queuedAt),
                mail.map(Mail::sentAt),
                mail.map(Mail::nextAttemptAt),
                Optional.ofNullable(item.name()),
                Optional.ofNullable(item.suggestion()));
    }
}
