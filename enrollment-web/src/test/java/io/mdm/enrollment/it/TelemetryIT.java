package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.BulkTrace.attribute;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.OtlpReceiver;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.support.TracePicture;
import io.mdm.enrollment.support.WebhookInbox;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a server exports, and the trace of one bulk request from the POST to the relay. */
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelemetryIT {
    private static final Path PICTURE = Path.of(System.getProperty("it.directory"), "trace.svg");
    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String LAST_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HOOK_KEY = "key-of-the-receiver";
    private static final String LINE_WITH_TRACE = ".* trace_id=[0-9a-f]{32}.*";

    private final Tenant tenant = Tenant.any().named("Secret Society");
    private OtlpReceiver collector;
    private OwnServer own;

    @BeforeAll
    void start(SigningKeys keys) {
        collector = OtlpReceiver.start();
        own = OwnServer.start("telemetry", keys, collector.environment());
        own.host().add(tenant);
    }

    @AfterAll
    void stop() {
        own.close();
        collector.close();
    }

    @Test
    void one_bulk_is_traced_from_the_post_to_the_relay() throws IOException {
        try (var inbox = Inbox.open(own.relayPort());
                var receiver = WebhookInbox.open()) {
            own.host().addWebhook(tenant, receiver.url() + "?key=" + HOOK_KEY, WebhookInbox.SECRET);
            // the first one is slow, as everything is on a cold server; the picture is of the second
            sent(post(people("early")));
            var bulk = sent(post(people("late")));

            var batchId = bulk.header("Content-Location").replaceFirst(".*/", "");
            var trace = BulkTrace.await(collector, batchId, 30);
            assertThat(OtlpReceiver.hex(trace.request().getTraceId())).isEqualTo(CALLERS_TRACE);
            assertThat(attribute(trace.request(), "enrollment.tokens")).isEqualTo("30");
            assertThat(trace.lanes())
                    .allSatisfy(lane -> assertThat(lane.getLinksList())
                            .extracting(Span.Link::getSpanId)
                            .containsExactly(trace.request().getSpanId()))
                    .extracting(lane -> attribute(lane, "enrollment.lane.first"))
                    .contains("0", "15");
            assertThat(trace.messages())
                    .allSatisfy(message ->
                            assertThat(attribute(message, "smtp.reply.code")).isEqualTo("250"))
                    .extracting(message -> attribute(message, "enrollment.message.key"))
                    .hasSize(30)
                    .doesNotHaveDuplicates();
            Files.writeString(PICTURE, TracePicture.of(trace.request(), trace.lanes(), trace.messages()));

            assertCountedInOnePlace(60);
            var code = useCode(inbox);
            Patience.await("events of the resent mail")
                    .until(() -> receiver.events().stream()
                                    .filter(event -> event.getString("type").endsWith(".invitation.sent"))
                                    .count()
                            >= 61);
            assertNothingSecret(inbox.awaitMailTo(people("late").get(0)).link(), code);
        }
    }

    @Test
    void lines_of_the_log_name_the_trace() throws IOException {
        var body = BulkBody.inviting(tenant.address("waiting"));
        assertThat(own.administrator().postBulk("nobody-knows-it", body.json()).status())
                .isEqualTo(404);
        if (ServerProduct.chosen().tracesBeforeFilters()) {
            assertThat(lines("Request refused because of its organization"))
                    .singleElement()
                    .asString()
                    .matches(LINE_WITH_TRACE);
        }

        own.postgres().refuseWrites();
        awaitAnswer(503, body.withoutMail());
        own.postgres().acceptWrites();
        assertThat(lines("DATABASE_UNAVAILABLE")).isNotEmpty().allMatch(line -> line.matches(LINE_WITH_TRACE));

        awaitAnswer(200, body);
        assertThat(Patience.await("the log")
                        .until(() -> lines("The mail relay cannot be used"), lines -> !lines.isEmpty())
                        .get(0))
                .matches(LINE_WITH_TRACE);
    }

    private void awaitAnswer(int status, BulkBody body) {
        Patience.await("an answer of " + status)
                .until(() -> own.administrator().postBulk(tenant, body).status(), answered -> answered == status);
    }

    private List<String> people(String name) {
        return IntStream.range(0, 30)
                .mapToObj(number -> tenant.address(name + number))
                .toList();
    }

    private Reply post(List<String> addresses) {
        var server = own.administrator();
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("traceparent", parent(CALLERS_TRACE))
                .POST(BodyPublishers.ofString(
                        BulkBody.inviting(addresses).json().toString())));
    }

    private static String parent(String trace) {
        return "00-" + trace + "-b7ad6b7169203331-01";
    }

    private Reply sent(Reply bulk) {
        own.administrator().awaitReportOf(bulk, report -> ReportedMails.count(report, "sent") == 30);
        return bulk;
    }

    private void assertCountedInOnePlace(int mails) {
        if (ServerProduct.chosen().hasMicroProfileMetrics()) {
            assertThat(collector.metrics())
                    .extracting(Metric::getName)
                    .noneMatch(name -> name.startsWith("enrollment_"));
            return;
        }
        Patience.await("the number of mails")
                .until(() -> collector.metrics().stream()
                        .filter(metric -> metric.getName().equals("enrollment_mails"))
                        .flatMap(metric -> metric.getSum().getDataPointsList().stream())
                        .anyMatch(point -> point.getAsInt() == mails
                                && point.getAttributes(0)
                                        .getValue()
                                        .getStringValue()
                                        .equals("sent")));
        assertThat(collector.metrics())
                .filteredOn(metric -> metric.getName().equals("enrollment_mail_send"))
                .last()
                .satisfies(metric -> assertThat(
                                metric.getHistogram().getDataPoints(0).getCount())
                        .isEqualTo(mails));
    }

    /** Resends, shows a code and a wrong one, redeems by it, and returns it. */
    private String useCode(Inbox inbox) {
        var server = own.administrator();
        var bulk = server.postBulk(
                tenant, BulkBody.inviting(tenant.address("late-code")).withoutMail());
        var item = server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
        var code = item.getString("enrollCode");
        assertThat(server.post(tokens() + "/" + item.getString("tokenId") + "/resend")
                        .status())
                .isEqualTo(200);
        inbox.awaitMailTo(tenant.address("late-code"));
        assertThat(server.postProof(tenant, "verify", proof("22222-22222").build())
                        .status())
                .isEqualTo(409);
        assertThat(server.postProof(tenant, "verify", proof(code).build()).status())
                .isEqualTo(200);
        var device = proof(code).add("winDeviceId", "698efa6ed851667d9c0aec99").build();
        assertThat(server.postProof(tenant, "redeem", device).status()).isEqualTo(200);
        return code;
    }

    private JsonObjectBuilder proof(String code) {
        return Json.createObjectBuilder()
                .add("email", tenant.address("late-code"))
                .add("enrollCode", code);
    }

    private String tokens() {
        return own.administrator().bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    /**
     * Opens what has a secret or somebody's address in its URL, as a person and as a caller, and looks at everything.
     */
    private void assertNothingSecret(String link, String code) {
        var server = own.administrator();
        var tokens = tokens();
        server.get(tokens + "?search=" + code);
        server.open(link);
        server.get(tokens + "?search=" + tenant.address("late0"));
        server.get(tokens + "/nowhere?search=" + tenant.address("late0"));
        server.asNobody().get(tokens + "?search=" + tenant.address("late0"));
        // spans leave in the order of their ends
        server.send(
                server.request(tokens).header("traceparent", parent(LAST_TRACE)).GET());
        Patience.await("the last span")
                .until(() -> collector.spans().stream()
                        .anyMatch(span -> OtlpReceiver.hex(span.getTraceId()).equals(LAST_TRACE)));

        assertThat(collector.everything())
                .isNotEmpty()
                .allSatisfy(exported -> assertThat(exported)
                        .doesNotContain(
                                ".example",
                                "late0",
                                "late-code",
                                link.replaceFirst(".*/", ""),
                                code,
                                code.replace("-", ""),
                                HOOK_KEY,
                                "whsec_",
                                "eyJ", // what every caller's token begins with
                                tenant.slug(),
                                tenant.name()));
    }

    private List<String> lines(String containing) throws IOException {
        try (var lines = Files.lines(own.application().log())) {
            return lines.filter(line -> line.contains(containing)).toList();
        }
    }
}
