package io.mdm.enrollment.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.mail.Mail;
import io.mdm.enrollment.api.mail.MailState;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.RecipientOutcome;
import io.mdm.enrollment.api.report.TokenCounts;
import io.mdm.enrollment.api.token.EnrollmentSettings;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.PersonalLink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final PersonalLink LINK = new PersonalLink(URI.create("https://mdm.example/enroll"), "secret");

    @ParameterizedTest
    @CsvSource(textBlock = """
            COMMA,     ','
            SEMICOLON, ';'
            TAB,       '\t'
            """)
    void has_a_byte_order_mark_a_header_and_a_line_for_each_recipient(CsvSeparator separator, String character)
            throws IOException {
        var expected = """
                \ufeffindex,email,outcome,tokenId,state,winDeviceId,enrolledAt,enrollmentLink,enrollCode,mail_state,\
                mail_attempts,mail_lastReply,mail_queuedAt,mail_sentAt,mail_nextAttemptAt,name,suggestion\r
                0,zoë@acme.example,created,698f,DONE,698c,2026-11-23T10:00:00Z,https://mdm.example/enroll/secret,K7QFA-2M9XR,sent,1,250,\
                2026-11-23T10:00:00Z,2026-11-23T10:00:00Z,,Zoë,\r
                1,"\u00a0=1+1",invalid,,,,,,,,,,,,,,"\u00a0=ana@acme.example"\r
                2,,invalid,,,,,,,,,,,,,,\r
                """;

        var out = new ByteArrayOutputStream();
        new CsvReport(report(), separator).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(expected.replace(",", character));
    }

    private static BatchReport report() {
        var settings =
                new EnrollmentSettings(true, null, List.of(), Duration.ofDays(1), null, null, null, List.of(), null);
        var sent = new Mail(MailState.SENT, 1, "250", NOW, NOW, null);
        var items = List.of(
                new BatchReport.Item(
                        0,
                        "zoë@acme.example",
                        "Zoë",
                        RecipientOutcome.CREATED,
                        "698f",
                        IssuedToken.State.DONE,
                        "698c",
                        NOW,
                        LINK,
                        "K7QFA-2M9XR",
                        sent,
                        null),
                BatchReport.Item.rejected(1, "=1+1", RecipientOutcome.INVALID, "=ana@acme.example"),
                BatchReport.Item.rejected(2, null, RecipientOutcome.INVALID, null));
        return new BatchReport(
                "1",
                "698e",
                "698d",
                NOW,
                "admin",
                settings,
                NOW,
                false,
                null,
                false,
                3,
                1,
                2,
                Map.of(),
                new TokenCounts(0, 1, 0, 0),
                List.of(),
                items,
                3);
    }
}
