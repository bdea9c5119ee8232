package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Patience;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class TokenIssuanceIT extends SharedServer {

    @Test
    void invites_everybody_it_counted_as_success(EnrollmentServer server, Inbox inbox) {
        var reply = server.postBulk("acme", """
                {"sendEmail": true, "userEmails": ["first@smoke.example", "nobody", "first@smoke.example"]}""");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json())
                .isEqualTo(Json.createObjectBuilder()
                        .add("status", true)
                        .add(
                                "data",
                                Json.createObjectBuilder()
                                        .add("total", 3)
                                        .add("success", 1)
                                        .add("fail", 2))
                        .build());
        assertThat(inbox.awaitMailTo("first@smoke.example").link()).startsWith("https://mdm.example/enroll/");
    }

    @Test
    void reports_what_became_of_each_recipient(EnrollmentServer server) {
        var location = server.postBulk("acme", """
                        {"sendEmail": true, "userEmails": ["second@smoke.example", "nobody", "SECOND@smoke.example"]}""").header("Content-Location");

        var report = Patience.await("the mail to be sent")
                .until(
                        () -> server.report(location).data(),
                        data -> data.getJsonObject("mails").getInt("sent") == 1);
        assertThat(report.getJsonArray("items"))
                .extracting(item -> item.asJsonObject().getString("outcome"))
                .containsExactly("created", "invalid", "duplicate");
    }
}
