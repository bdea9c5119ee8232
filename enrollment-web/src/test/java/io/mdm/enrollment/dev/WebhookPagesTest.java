package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.conformance.ConformanceTests;
import io.mdm.enrollment.receiver.SignedRequests;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.receiver.WebhookRequest;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WebhookPagesTest {
    private final SigningSecret secret = SigningSecret.generate();
    private StartPage page;

    @BeforeEach
    void open() throws IOException {
        page = StartPage.open(0, new WebhookPages(new WebhookReceiver(List.of(secret), Clock.systemUTC())));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void lists_what_was_posted_the_newest_first_or_that_of_one_bulk() {
        assertThat(post(signed("msg_1", SignedRequests.event("a", "b1"))).status())
                .isEqualTo(204);
        assertThat(post(signed("msg_2", SignedRequests.event("b", "b2"))).status())
                .isEqualTo(204);

        assertThat(listed("").getInt("received")).isEqualTo(2);
        assertThat(bulks(listed(""))).containsExactly("b2", "b1");
        assertThat(listed("?b1").getInt("found")).isEqualTo(1);
        assertThat(bulks(listed("?b1"))).containsExactly("b1");
        assertThat(listed("?nowhere").getJsonArray("events")).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> conforms_to_the_cases_for_receivers() {
        return ConformanceTests.ofReceiver(page.address().resolve(WebhookPages.PATH), secret);
    }

    @Test
    void refuses_what_is_signed_with_another_secret_and_shows_nothing_of_it() {
        var request = SignedRequests.of(SigningSecret.generate(), "msg_1", Instant.now(), "[\"s3cr3t\"]");

        assertThat(post(request).status()).isEqualTo(401);
        assertThat(listed("").getJsonArray("events").getJsonObject(0).getString("verification"))
                .isEqualTo("no signature matches");
        assertThat(get("").body()).doesNotContain("s3cr3t");
    }

    @Test
    void takes_nothing_elsewhere_and_from_no_other_origin() {
        var request = server().request("/").POST(BodyPublishers.ofString("[]"));
        assertThat(server().send(request).status()).isEqualTo(405);

        var form = server().request(WebhookPages.PATH)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("[]"));
        assertThat(server().send(form).status()).isEqualTo(415);

        var question = server().request(WebhookPages.PATH).method("OPTIONS", BodyPublishers.noBody());
        assertThat(server().send(question).headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    private WebhookRequest signed(String id, String event) {
        return SignedRequests.of(secret, id, Instant.now(), "[" + event + "]");
    }

    private Reply post(WebhookRequest request) {
        var posted = server().request(WebhookPages.PATH).POST(BodyPublishers.ofString(request.body()));
        request.headers().forEach(posted::header);
        return server().send(posted);
    }

    private JsonObject listed(String query) {
        return get(query).json();
    }

    private Reply get(String query) {
        return server().get(WebhookPages.PATH + query);
    }

    private static List<String> bulks(JsonObject list) {
        return list.getJsonArray("events").getValuesAs(JsonObject.class).stream()
                .map(event -> event.getString("bulkId"))
                .toList();
    }

    private EnrollmentServer server() {
        return EnrollmentServer.at(page.address());
    }
}
