package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import jakarta.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The report as a file, and the report that has not changed. */
class ReportFileIT extends SharedServer {

    @Test
    void an_unchanged_report_is_not_sent_again(EnrollmentServer server) {
        var location = post(server, false, "unchanged@file.example");
        var tag = server.report(location).header("ETag");

        var again = server.send(
                server.request(location).header("If-None-Match", tag).GET());

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
    }

    @Test
    void a_report_changes_when_a_mail_was_sent(EnrollmentServer server, Inbox inbox) {
        var location = post(server, true, "changing@file.example", "changing-too@file.example");
        var tag = server.report(location).header("ETag");

        inbox.awaitMailTo("changing@file.example");
        inbox.awaitMailTo("changing-too@file.example");

        Patience.await("both mails")
                .until(() ->
                        server.report(location).data().getJsonObject("mails").getInt("sent") == 2);
        assertThat(server.report(location).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void the_whole_report_comes_as_csv(EnrollmentServer server) {
        var addresses =
                IntStream.range(0, 250).mapToObj(i -> "p" + i + "@csv.example").toArray(String[]::new);
        var location = post(server, false, addresses);

        var reply = csv(server, location + "?limit=10");

        assertThat(reply.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
        assertThat(reply.body().split("\r\n", -1)).hasSize(1 + 250 + 1);
        assertThat(reply.body())
                .startsWith("index,email,outcome,tokenId,enrollmentLink,enrollCode,mail_state,")
                .contains("\r\n249,p249@csv.example,created,");
    }

    @Test
    void no_cell_of_it_is_a_formula(EnrollmentServer server) {
        var location = post(server, false, "=HYPERLINK(\"https://evil.example\",\"click\")", "+1@csv.example");

        assertThat(csv(server, location).body())
                .contains("0,\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"click\"\")\",invalid,")
                .contains("1,\"'+1@csv.example\",created,");
    }

    @Test
    void the_file_can_be_filtered_like_the_report(EnrollmentServer server) {
        var location = post(server, false, "kept@csv.example", "nobody");

        assertThat(csv(server, location + "?outcome=invalid").body())
                .contains("nobody")
                .doesNotContain("kept@csv.example");
    }

    private static Reply csv(EnrollmentServer server, String location) {
        return server.send(server.request(location).header("Accept", "text/csv").GET());
    }

    private static String post(EnrollmentServer server, boolean sendEmail, String... addresses) {
        var reply = server.postBulk(
                "acme",
                Json.createObjectBuilder()
                        .add("sendEmail", sendEmail)
                        .add("userEmails", Json.createArrayBuilder(List.of(addresses)))
                        .build());
        return reply.header("Content-Location");
    }
}
