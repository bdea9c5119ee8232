package io.mdm.enrollment.it;

import jakarta.json.JsonObject;
import java.util.List;

/** The mails of a bulk as its report tells of them. */
final class ReportedMails {
    private ReportedMails() {}

    /** One for each item shown. */
    static List<JsonObject> mails(JsonObject report) {
        return report.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getJsonObject("mail"))
                .toList();
    }

    static List<String> states(JsonObject report) {
        return mails(report).stream().map(mail -> mail.getString("state")).toList();
    }

    /** How many of all are in a state. */
    static int count(JsonObject report, String state) {
        return report.getJsonObject("mails").getInt(state);
    }
}
