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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                .startsWith(
                        "\ufeffindex,email,outcome,tokenId,state,winDeviceId,enrolledAt,enrollmentLink,enrollCode,mail_state,")
                .contains("\r\n249,p249@csv.example,created,");
    }

    @Test
    void no_cell_of_it_is_a_formula_and_an_address_reads_back_as_the_same_one(EnrollmentServer server) {
        var location = post(server, false, "=HYPERLINK(\"https://evil.example\",\"click\")", "+1@csv.example");

        assertThat(csv(server, location).body())
                .contains("0,\"\u00a0=HYPERLINK(\"\"https://evil.example\"\",\"\"click\"\")\",invalid,")
                .contains("1,\"\u00a0+1@csv.example\",created,");

        var again = server.report(post(server, false, "\u00a0+1@csv.example")).data();
        assertThat(again.getInt("success")).isEqualTo(1);
        assertThat(again.getJsonArray("items").getJsonObject(0).getString("email"))
                .isEqualTo("+1@csv.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | ''                 | ,
            ''                   | de-AT, en;q=0.5    | ;
            ''                   | en, de;q=0.5       | ,
            ''                   | zh-CN              | ,
            ''                   | de_AT              | ,
            ?separator=comma     | de                 | ,
            ?separator=semicolon | en                 | ;
            """)
    void its_separator_is_that_of_the_language_unless_one_is_asked_for(
            String query, String languages, String separator, EnrollmentServer server) {
        var location = post(server, false, "nobody") + query;
        var reply = server.send(server.request(location)
                .header("Accept", "text/csv")
                .header("Accept-Language", languages)
                .GET());

        assertThat(reply.body()).contains("\r\n0" + separator + "nobody" + separator + "invalid");
        assertThat(reply.header("Vary")).contains("Accept-Language");
    }

    @Test
    void another_separator_is_another_representation(EnrollmentServer server) {
        var location = post(server, false, "nobody");
        var commas = csv(server, location + "?separator=comma").header("ETag");

        assertThat(withTag(server, location + "?separator=comma", commas)).isEqualTo(304);
        assertThat(withTag(server, location + "?separator=tab", commas)).isEqualTo(200);
    }

    private static int withTag(EnrollmentServer server, String location, String tag) {
        return server.send(server.request(location)
                        .header("Accept", "text/csv")
                        .header("If-None-Match", tag)
                        .GET())
                .status();
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
