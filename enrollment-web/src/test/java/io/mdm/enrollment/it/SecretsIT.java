package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.BulkForm;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.support.WebhookInbox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server logs everything the module says, and whatever other classes did to it before stands in its log and tables,
 * too.
 */
class SecretsIT extends SharedServer {
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.example");
    private static final List<String> SECRETS = List.of(
            "mdmenr_",
            "eyJ", // what every JWT begins with
            "whsec_",
            secretKey(),
            new String(Base64.getDecoder().decode(secretKey()), US_ASCII),
            System.getenv("MDM_ENROLLMENT_DB_PASSWORD"));

    private final Tenant tenant = Tenant.any();
    private final String name = "Ana of " + tenant.id();
    private final WebhookInbox receiver = WebhookInbox.open();
    private final String key = "key-of-" + UUID.randomUUID();
    private String webhook = "";
    private String code = "";

    @AfterEach
    void remove(Database database) {
        database.update("delete from mdm.webhook where id = ?", webhook);
        receiver.close();
    }

    @Test
    void stand_in_no_row(EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        useEverything(server, host, inbox);
        var cells = columns(database).stream()
                .flatMap(column -> cells(database, column).stream())
                .toList();

        assertThat(cells).as("proof that rows are seen").contains(tenant.address("ana"));
        assertThat(cells)
                .noneMatch(cell -> cell.contains(receiver.url()) || secrets().anyMatch(cell::contains));
    }

    @Test
    void and_addresses_stand_in_no_line_of_the_log(EnrollmentServer server, HostDirectory host, Inbox inbox)
            throws IOException {
        useEverything(server, host, inbox);
        var log = Files.readString(Path.of(System.getProperty("it.directory"), "server.log"));

        assertThat(log).as("proof that the module's lines are seen").contains("io.mdm.enrollment.");
        assertThat(secrets()).noneMatch(log::contains);
        assertThat(log).contains("Webhook " + webhook + " is paused").doesNotContain(name, receiver.url());
        assertThat(ADDRESS.matcher(log).results().map(found -> found.group())).isEmpty();
    }

    @Test
    @Tag("metrics")
    void and_nothing_in_the_metrics(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        useEverything(server, host, inbox);

        assertTellsNothing(server.asNobody().get("/metrics"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "live", "started"})
    void and_nothing_in_the_description_of_the_api_and_the_health_checks(
            String check, EnrollmentServer server, HostDirectory host, Inbox inbox) {
        useEverything(server, host, inbox);

        assertTellsNothing(server.asNobody().get("/openapi"));
        assertTellsNothing(server.asNobody().health(check));
    }

    private void assertTellsNothing(Reply told) {
        assertThat(told.status()).isEqualTo(200);
        assertTellsNothing(told.body());
        assertThat(told.body()).doesNotContain(receiver.url());
    }

    private void assertTellsNothing(String told) {
        assertThat(secrets()).noneMatch(told::contains);
        assertThat(told).doesNotContain(tenant.address("ana"), name);
    }

    private void useEverything(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        webhook = host.addWebhook(tenant, receiver.url() + "?key=" + key, WebhookInbox.SECRET);
        prepare(server);
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), "nobody@nowhere@secret.example"));
        var link = inbox.awaitMailTo(tenant.address("ana")).link();
        assertThat(server.open(link).status()).isEqualTo(200);
        var tokens = server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
        var item = server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
        assertThat(server.send(server.request(tokens + "/" + item.getString("tokenId"))
                                .header("Idempotency-Key", tenant.address("key"))
                                .header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"tags\":[\"once\"]}")))
                        .status())
                .isEqualTo(200);
        code = server.reportOf(bulk).getJsonArray("items").getJsonObject(0).getString("enrollCode");
        assertTellsNothing(server.get(tokens + "/limits"));
        assertThat(server.postProof(tenant, "verify", byCode(code)).status()).isEqualTo(200);
        assertThat(server.postProof(tenant, "verify", byCode(code + "2")).status())
                .isEqualTo(409);
        assertThat(server.typeCode("/enroll", tenant.address("ana"), code).status())
                .isEqualTo(303);
        assertThat(server.typeCode("/enroll", tenant.address("ana"), code + "2").status())
                .isEqualTo(303);
        assertThat(server.open(link + "x").status()).isEqualTo(404);
        assertThat(server.reportOf(bulk).getInt("success")).isEqualTo(1);
        var bulks = server.get(server.bulks(tenant.slug()).getRawPath() + "?search=" + code);
        assertThat(bulks.data().getInt("totalDocs")).isZero();
        assertTellsNothing(server.get(server.bulks(tenant.slug()).getRawPath()));
        assertThat(server.as("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")
                        .postBulk(tenant, BulkBody.inviting())
                        .status())
                .isEqualTo(401);
        assertThat(server.postBulk(tenant.slug(), "{\"userEmails\":[\"" + tenant.address("broken") + "\"")
                        .status())
                .isEqualTo(400);
        useWebhook(server, tokens);
        assertTellsNothing(server.get(tokens + "/audit"));
        assertTellsNothing(server.send(server.request(tokens + "/audit")
                .header("Accept", "application/x-ndjson")
                .GET()));
    }

    /** A request is refused, which pauses the webhook, and is accepted when it is repeated. */
    private void useWebhook(EnrollmentServer server, String tokens) {
        receiver.answering(410);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("told")).withoutMail());
        Patience.await("pause").until(() -> server.health("ready").body().contains(webhook));
        assertTellsNothing(server.asNobody().health("ready"));
        assertThat(lastStatus()).isEqualTo(410);
        var list = server.get(tokens + "/webhooks").body();
        assertThat(list).contains("\"paused\"", receiver.url());
        assertTellsNothing(list);
        var replayed = server.post(tokens + "/webhooks/" + webhook + "/replay");
        assertThat(replayed.status()).isEqualTo(200);
        assertTellsNothing(replayed.body());
        Patience.await("acceptance").until(() -> lastStatus() == 204);
        assertThat(receiver.requests()).extracting(WebhookInbox.Request::body).allSatisfy(this::assertTellsNothing);
    }

    private int lastStatus() {
        var requests = receiver.requests();
        return requests.get(requests.size() - 1).status();
    }

    private void prepare(EnrollmentServer server) {
        var path = server.bulks(tenant.slug()).getRawPath();
        var person = "{\"sendEmail\":true,\"recipients\":[{\"email\":\"%s\",\"name\":\"%s\"}]}";
        assertThat(server.post(path + "/check", person.formatted(tenant.address("ana"), name))
                        .status())
                .isEqualTo(200);
        assertThat(server.post(path + "/preview", person.formatted(tenant.address("ana"), name))
                        .status())
                .isEqualTo(200);
        assertThat(server.post(path, person.formatted(tenant.address("ana"), name + "\\u0007"))
                        .status())
                .isEqualTo(400);
        assertThat(server.post(path, person.formatted(tenant.address("zoe"), name))
                        .status())
                .isEqualTo(200);
        var form = BulkForm.of("email,name\n" + tenant.address("ana") + ",\"" + name + "\n");
        assertThat(server.send(server.request(path)
                                .header("Content-Type", BulkForm.CONTENT_TYPE)
                                .POST(BodyPublishers.ofByteArray(form)))
                        .status())
                .isEqualTo(400);
    }

    private JsonObject byCode(String code) {
        return Json.createObjectBuilder()
                .add("email", tenant.address("ana"))
                .add("enrollCode", code)
                .build();
    }

    /** Those that everybody must keep, and this test's: of its webhook, and of its token as shown and as typed. */
    private Stream<String> secrets() {
        return Stream.concat(SECRETS.stream(), Stream.of(key, code, code.replace("-", "")));
    }

    private static String secretKey() {
        return System.getenv("MDM_ENROLLMENT_SECRET_KEYS").split(":", 2)[1];
    }

    /** Of all tables but the host's with the webhooks, which holds their secrets. */
    private static List<String> columns(Database database) {
        return database.texts("""
                select format(case data_type when 'bytea' then 'select encode(%1$I, ''escape'') from %2$I.%3$I'
                                             else 'select %1$I::text from %2$I.%3$I' end,
                              column_name, table_schema, table_name)
                from information_schema.columns where table_schema in ('enrollment', 'mdm')
                  and (table_schema, table_name) <> ('mdm', 'webhook')""");
    }

    private static List<String> cells(Database database, String query) {
        return database.texts(query);
    }
}
