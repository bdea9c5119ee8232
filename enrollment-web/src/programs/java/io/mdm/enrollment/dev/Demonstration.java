package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** One bulk request from beginning to end, told while it happens. */
record Demonstration(EnrollmentServer server, Inbox inbox, Transcript transcript) {
    static final String BODY = """
            {"sendEmail": true,
             "displayName": "Laptops for the Madrid office",
             "duration": 86400,
             "emailText": "Please enroll before Monday.",
             "winPolicyId": "698efa6ed851667d9c0aec8a",
             "userEmails": ["ana@acme.example", "bob@acme.example", "bob@ACME.example", "nobody at home"]}""";

    private static final String ORGANIZATION = "acme";
    private static final int INVITED = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Returns where the report is.
     *
     * @throws IllegalStateException if anything does not happen as it should
     */
    String perform() {
        String report = post();
        showMails();
        showReport(report);
        return report;
    }

    private String post() {
        transcript.heading("An administrator invites: one address twice, one malformed, Ana is known to speak Spanish");
        transcript.say("POST " + server.bulks(ORGANIZATION));
        transcript.say(BODY);
        transcript.heading("The answer counts the tokens created");
        Reply reply = server.postBulk(ORGANIZATION, BODY);
        transcript.say("HTTP " + reply.status());
        reply.headers().firstValue("Content-Location").ifPresent(path -> transcript.say("Content-Location: " + path));
        transcript.say(reply.body());
        var expected = Json.createReader(new StringReader("{\"total\":4,\"success\":2,\"fail\":2}"))
                .readObject();
        insist(
                reply.status() == 200 && expected.equals(reply.data()),
                "The answer should have been 200 with " + expected);
        return reply.header("Content-Location");
    }

    private void showMails() {
        transcript.heading("Each of them finds a personal link in the mail");
        Awaitility.await("the invitations")
                .atMost(PATIENCE)
                .until(() -> inbox.mails().size() >= INVITED);
        for (Mail mail : inbox.mails()) {
            transcript.say("From:    " + mail.from());
            transcript.say("To:      " + mail.to());
            transcript.say("Subject: " + mail.subject());
            transcript.say("Link:    " + mail.link());
            transcript.gap();
        }
        insist(inbox.mails().size() == INVITED, "There should have been two mails");
        insist(inbox.mails().stream().map(Mail::link).distinct().count() == INVITED, "The links should differ");
    }

    private void showReport(String location) {
        transcript.heading("The report says what became of each recipient");
        transcript.say("GET " + server.base().resolve(location));
        JsonObject data =
                report(location, report -> report.getJsonObject("mails").getInt("sent") == INVITED);
        transcript.say("mails: " + data.getJsonObject("mails"));
        for (var item : data.getJsonArray("items").getValuesAs(JsonObject.class)) {
            transcript.say(
                    "%d  %-9s  %s".formatted(item.getInt("index"), item.getString("outcome"), item.getString("email")));
        }
        insist(data.getInt("success") == INVITED, "The report should count two tokens");
    }

    private JsonObject report(String location, Predicate<JsonObject> complete) {
        return Awaitility.await("the report")
                .atMost(PATIENCE)
                .until(() -> server.report(location).data(), complete);
    }

    private static void insist(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
