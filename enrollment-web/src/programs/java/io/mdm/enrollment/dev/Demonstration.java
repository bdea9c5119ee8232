package io.mdm.enrollment.dev;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.function.Predicate;

/** One bulk request from beginning to end, told while it happens. */
record Demonstration(EnrollmentServer server, Letters letters, Console console) {
    static final String BODY = """
            {"sendEmail": true,
             "displayName": "Laptops for the Madrid office",
             "duration": 86400,
             "emailText": "Please enroll before Monday.",
             "winPolicyId": "698efa6ed851667d9c0aec8a",
             "userEmails": ["ana@acme.example", "bob@acme.example", "bob@ACME.example", "nobody at home"]}""";

    private static final String ORGANIZATION = "acme";
    private static final int INVITED = 2;

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
        console.heading("An administrator invites: one address twice, one malformed, Ana is known to speak Spanish");
        console.say("POST " + server.bulks(ORGANIZATION));
        console.say(BODY);
        console.heading("The answer counts the tokens created");
        Reply reply = server.postBulk(ORGANIZATION, BODY);
        console.say("HTTP " + reply.status());
        reply.headers().firstValue("Content-Location").ifPresent(path -> console.say("Content-Location: " + path));
        console.say(reply.body());
        var expected = Json.createReader(new StringReader("{\"total\":4,\"success\":2,\"fail\":2}"))
                .readObject();
        insist(
                reply.status() == 200 && expected.equals(reply.data()),
                "The answer should have been 200 with " + expected);
        return reply.header("Content-Location");
    }

    private void showMails() {
        console.heading("Each of them finds a personal link in the mail");
        Patience.await("the invitations").until(() -> letters.received() >= INVITED);
        var mails = letters.mails();
        for (Mail mail : mails) {
            console.say("From:    " + mail.from());
            console.say("To:      " + mail.to());
            console.say("Subject: " + mail.subject());
            console.say("Link:    " + mail.link());
            console.gap();
        }
        insist(mails.size() == INVITED, "There should have been two mails");
        insist(mails.stream().map(Mail::link).distinct().count() == INVITED, "The links should differ");
    }

    private void showReport(String location) {
        console.heading("The report says what became of each recipient");
        console.say("GET " + server.base().resolve(location));
        JsonObject data =
                report(location, report -> report.getJsonObject("mails").getInt("sent") == INVITED);
        console.say("mails: " + data.getJsonObject("mails"));
        for (var item : data.getJsonArray("items").getValuesAs(JsonObject.class)) {
            console.say(
                    "%d  %-9s  %s".formatted(item.getInt("index"), item.getString("outcome"), item.getString("email")));
        }
        insist(data.getInt("success") == INVITED, "The report should count two tokens");
    }

    private JsonObject report(String location, Predicate<JsonObject> complete) {
        return Patience.await("the report").until(() -> server.report(location).data(), complete);
    }

    private static void insist(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
