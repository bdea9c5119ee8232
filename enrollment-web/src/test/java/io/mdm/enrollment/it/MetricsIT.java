package io.mdm.enrollment.it;

import static io.mdm.enrollment.support.FaultySmtpServer.DROP;
import static io.mdm.enrollment.support.FaultySmtpServer.END_OF_DATA;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.Metrics;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators see of a server of its own, whose relay every test opens, or not. */
@Tag("metrics")
@ExtendWith(Drivers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");

    private final Tenant tenant = Tenant.any();
    private OwnServer own;
    private EnrollmentServer server;

    @BeforeAll
    void start(SigningKeys keys) {
        own = OwnServer.start("metrics", keys, Map.of());
        server = own.administrator();
        own.host().add(tenant);
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @Test
    void it_is_alive_started_and_ready() {
        assertThat(checks("live")).isEqualTo("{enrollment-delivery=UP}");
        assertThat(checks("started")).isEqualTo("{enrollment-start=UP}");
        assertThat(checks("ready")).isEqualTo("{enrollment-database=UP}");
        assertThat(checks("")).contains("enrollment-delivery", "enrollment-start", "enrollment-database");
    }

    @Test
    void bulks_are_counted_by_their_answers_and_tokens_when_they_are_there() {
        var before = Metrics.of(server);

        server.postBulk(tenant, silent("ana", "bob"));
        postWithKey("a-key");
        postWithKey("a-key");
        server.postBulk(tenant.slug(), "{");
        server.asNobody().postBulk(tenant, silent("ana"));

        assertThat(moved(before, "enrollment_bulks"))
                .isEqualTo("{{outcome=\"created\"}=2, {outcome=\"refused\"}=2, {outcome=\"replayed\"}=1}");
        assertThat(moved(before, "enrollment_tokens_created")).isEqualTo("{=3}");
    }

    @Test
    void wrong_codes_locks_and_refused_resends_are_counted() throws IOException {
        var bulk = server.postBulk(tenant, silent("guessed"));
        var before = Metrics.of(server);

        for (int tries = 0; tries < 21; tries++) {
            redeem("guessed", "22222-22222", 0);
        }
        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            server.post(tokens() + "/" + tokenId(bulk, 0) + "/resend");
            server.post(tokens() + "/" + tokenId(bulk, 0) + "/resend");
            server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 1);
            assertThat(relay.messages()).hasSize(1);
        }

        assertThat(moved(before, "enrollment_wrong_codes")).isEqualTo("{=21}");
        assertThat(moved(before, "enrollment_code_locks")).isEqualTo("{=1}");
        assertThat(moved(before, "enrollment_rate_limited")).isEqualTo("{{limit=\"resends\"}=1}");
    }

    @Test
    void mails_are_counted_by_result_and_the_relay_is_timed() throws IOException {
        var before = Metrics.of(server);
        try (var relay = FaultySmtpServer.started(own.relayPort())
                .on("RCPT", "450 4.2.1 later", "550 5.1.1 nobody", "250 fine", "250 fine")
                .on(END_OF_DATA, "250 fine", DROP)) {
            server.postBulk(tenant, mailed("later", "nobody", "fine", "lost"));

            await("enrollment_mails_total{result=\"outcome_unknown\"}", count -> count > 0);
            assertThat(relay.messages()).hasSize(2);
        }

        assertThat(moved(before, "enrollment_mails_total"))
                .isEqualTo("{{result=\"deferred\"}=1, {result=\"failed\"}=1, {result=\"outcome_unknown\"}=1,"
                        + " {result=\"sent\"}=1}");
        assertThat(moved(before, "enrollment_mail_send_seconds_count")).isEqualTo("{=4}");
        assertThat(Metrics.of(server).value("enrollment_mail_send_seconds_bucket{le=\"30.0\"}"))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void what_waits_can_be_seen_until_it_has_left() throws IOException {
        var bulk = server.postBulk(tenant, mailed("ana", "bob", "revoked"));
        await("enrollment_mails_queued", queued -> queued == 3);
        await("enrollment_mails_oldest_queued_age_seconds", age -> age > 0);
        var before = Metrics.of(server);
        assertThat(server.send(server.request(tokens() + "/" + tokenId(bulk, 2)).DELETE())
                        .status())
                .isBetween(200, 204);

        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            await("enrollment_mails_queued", queued -> queued == 0);
            assertThat(relay.messages()).hasSize(2);
        }

        assertThat(Metrics.of(server).value("enrollment_mails_oldest_queued_age_seconds"))
                .isZero();
        assertThat(moved(before, "enrollment_mails_total"))
                .isEqualTo("{{result=\"abandoned\"}=1, {result=\"sent\"}=2}");
    }

    @Test
    void a_dead_nodes_lane_is_counted_and_delivered() throws IOException {
        var bulk = server.postBulk(tenant, mailed("orphan"));
        var before = Metrics.of(server);
        Patience.await("the lane in the hands of the dead")
                .until(() -> own.host()
                                .database()
                                .update("""
                        update enrollment.scheduled_tasks
                        set picked = true, picked_by = 'dead', last_heartbeat = now() - interval '1 hour'
                        where not picked and task_instance like ?""", "%/" + server.reportOf(bulk).getString("id") + "/%")
                        == 1);

        await("enrollment_lanes_taken_over_total", count -> count > 0);

        try (var relay = FaultySmtpServer.started(own.relayPort())) {
            server.awaitReportOf(bulk, report -> report.getJsonObject("mails").getInt("sent") == 1);
            assertThat(relay.messages()).hasSize(1);
        }
        assertThat(moved(before, "enrollment_lanes_taken_over_total")).isEqualTo("{=1}");
    }

    @Test
    void redeems_are_counted_by_result() {
        var bulk = server.postBulk(tenant, silent("device"));
        var code = server.reportOf(bulk).getJsonArray("items").getJsonObject(0).getString("enrollCode");
        var before = Metrics.of(server);

        redeem("device", "22222-22222", 1);
        redeem("device", code, 1);
        redeem("device", code, 2);

        assertThat(moved(before, "enrollment_redeems"))
                .isEqualTo("{{result=\"redeemed\"}=1, {result=\"unknown\"}=1, {result=\"used\"}=1}");
    }

    @Test
    void every_number_is_explained_and_none_tells_of_whom() throws IOException {
        var explained = Files.readString(OPERATIONS);
        var labels = "(\\{(outcome|result|limit|kind|end|le)=\"[^\"]+\"})?";

        assertThat(Metrics.of(server).values().keySet())
                .allSatisfy(name -> assertThat(name).matches("enrollment_\\w+" + labels))
                .map(name -> name.replaceFirst("\\{.*", "").replaceFirst("_(bucket|count|sum)$", ""))
                .allSatisfy(name -> assertThat(explained).contains("`" + name + "`"));
    }

    private void await(String name, Predicate<Double> wanted) {
        Patience.await(name).until(() -> Metrics.of(server).value(name), wanted);
    }

    /**
     * By how much, of the numbers whose name begins so, those that are not as they were; what was common is left out.
     */
    private String moved(Metrics before, String prefix) {
        var moved = new TreeMap<String, Long>();
        Metrics.of(server).values().forEach((name, value) -> {
            if (name.startsWith(prefix) && Math.abs(value - before.value(name)) > 0.5) {
                moved.put(name.replaceFirst("^\\w+", ""), Math.round(value - before.value(name)));
            }
        });
        return moved.toString();
    }

    private String checks(String kind) {
        var checks = new TreeMap<String, String>();
        server.asNobody()
                .health(kind)
                .json()
                .getJsonArray("checks")
                .forEach(check -> checks.put(
                        check.asJsonObject().getString("name"),
                        check.asJsonObject().getString("status")));
        return checks.toString();
    }

    private String tokens() {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private String tokenId(Reply bulk, int index) {
        return server.reportOf(bulk).getJsonArray("items").getJsonObject(index).getString("tokenId");
    }

    private void redeem(String person, String code, int device) {
        server.postProof(
                tenant,
                "redeem",
                Json.createObjectBuilder()
                        .add("email", tenant.address(person))
                        .add("enrollCode", code)
                        .add("winDeviceId", "698efa6ed851667d9c0aec9" + device)
                        .build());
    }

    private void postWithKey(String key) {
        server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(silent("kim").json().toString())));
    }

    private BulkBody silent(String... people) {
        return mailed(people).withoutMail();
    }

    private BulkBody mailed(String... people) {
        return BulkBody.inviting(Stream.of(people).map(tenant::address).toList());
    }
}
