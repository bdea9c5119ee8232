package io.mdm.enrollment.chaos;

import io.mdm.enrollment.support.EnrollmentServer;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;

/**
 * A bulk that was answered with 200.
 *
 * @param location of its report
 * @param took to be answered, the last time
 */
record Promise(Bulk bulk, String location, Duration took) {

    String batchId() {
        return location.substring(location.lastIndexOf('/') + 1);
    }

    List<String> addresses() {
        return bulk.addresses();
    }

    /** The report with its first recipient only. */
    JsonObject report(EnrollmentServer server) {
        return server.report(location + "?limit=1").data();
    }

    static boolean isSettled(JsonObject report) {
        var mails = report.getJsonObject("mails");
        return mails.getInt("queued") + mails.getInt("deferred") == 0;
    }

    /** Whether every number of the report is that of a bulk whose mails were all sent. */
    boolean addsUp(JsonObject report) {
        int all = addresses().size();
        var mails = report.getJsonObject("mails");
        return report.getInt("total") == all
                && report.getInt("success") == all
                && report.getInt("fail") == 0
                && mails.getInt("sent") == all
                && mails.getInt("failed") == 0
                && mails.getInt("notRequested") == 0;
    }
}
