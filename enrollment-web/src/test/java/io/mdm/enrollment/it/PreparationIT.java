package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.BulkForm;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import io.mdm.enrollment.web.mail.mime.HtmlPage;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.mail.internet.InternetAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bulk request before it is sent: checked, looked at, mailed to oneself; and what each person has for themselves. */
class PreparationIT extends SharedServer {
    private static final int HOURLY_TESTS = 10;

    private final Tenant tenant = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_check_writes_nothing_and_mails_nobody(
            boolean file, EnrollmentServer server, HostDirectory host, Inbox inbox, Database database) {
        host.add(tenant);
        var checked = file
                ? postForm(server, "/check", csv(ana, bob), "check")
                : post(server, "/check", BulkBody.inviting(ana, bob));

        assertThat(checked.data().getInt("success")).as(checked.body()).isEqualTo(2);
        assertThat(rowsOf(database)).isEmpty();
        assertThat(inbox.deliveredTo(ana)).isEmpty();
        assertThat(server.postBulk(tenant, BulkBody.inviting(ana)).status()).isEqualTo(200);
        assertThat(rowsOf(database)).as("proof that rows are seen").hasSizeGreaterThan(3);
    }

    @Test
    void a_check_says_of_everybody_what_the_request_does_then(EnrollmentServer server, HostDirectory host) {
        var small = host.add(tenant.withQuota(3));
        server.postBulk(small, BulkBody.inviting(ana).withoutMail());
        var body = BulkBody.inviting(
                        ana,
                        bob,
                        "Bob <" + bob + ">",
                        bob.toUpperCase(Locale.ROOT),
                        "nobody",
                        small.address("c"),
                        small.address("d"))
                .withoutMail()
                .with("onPending", "skip");

        var checked = post(server, "/check", body).data();
        var report = server.reportOf(server.postBulk(small, body));

        assertThat(outcomes(checked))
                .containsExactly("pending", "created", "invalid", "duplicate", "invalid", "created", "quota");
        assertThat(outcomes(report)).isEqualTo(outcomes(checked));
        assertThat(checked.getInt("success")).isEqualTo(report.getInt("success"));
    }

    @Test
    void a_preview_is_the_mail_of_that_person(EnrollmentServer server, HostDirectory host, Inbox inbox) {
        host.add(tenant);
        var body = people(person(ana, "Ana Núñez").add("language", "es"), person(bob, "Bob"))
                .with("displayName", "Laptop")
                .with("emailText", "For {{name}}: {{displayName}} of {{organization}} <{{email}}>, by {{expires}}.");
        var shown = post(server, "/preview", body.with("recipient", Json.createValue(0)))
                .data();
        server.postBulk(tenant, body);

        var mail = arrived(inbox, ana);
        assertThat(shown.getString("subject")).isEqualTo(mail.subject()).contains("Windows");
        assertThat(shown.getString("from")).isEqualTo(mail.from());
        assertThat(steady(shown.getString("text"))).isEqualTo(steady(mail.text()));
        assertThat(mail.text()).contains("For Ana Núñez: Laptop of " + tenant.name());
        assertThat(shown.getString("html")).contains("/enroll/preview").doesNotContain("mdme_");
        var page = server.open("https://mdm.example/enroll/preview");
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("This is a preview");
    }

    /** Without the lines that differ from token to token. */
    private static List<String> steady(String text) {
        return text.lines()
                .filter(line -> !line.matches(".*(/enroll/|[0-9A-Z]{5}-[0-9A-Z]{5}|\\d\\d:\\d\\d).*"))
                .toList();
    }

    @Test
    void a_test_mail_goes_to_the_caller_and_nobody_else(
            EnrollmentServer server, HostDirectory host, Inbox inbox, Database database, SigningKeys keys) {
        host.add(tenant);
        var boss = tenant.address("boss");
        var body = people(person(ana, "Ana Núñez")).with("emailText", "For {{name}}");

        var answer = post(server.as(caller(boss).signedBy(keys)), "/test-mail", body);

        assertThat(answer.data().toString()).isEqualTo("{\"state\":\"sent\",\"lastReply\":\"250\"}");
        var mail = arrived(inbox, boss);
        assertThat(mail.text()).contains("For Ana Núñez");
        assertThat(server.open(mail.link()).status()).isEqualTo(404);
        assertThat(inbox.deliveredTo(ana)).isEmpty();
        assertThat(database.number(
                        "select count(*) from enrollment.enrollment_token where organization_id = ?", tenant.id()))
                .isZero();
    }

    @Test
    void a_test_mail_repeated_with_its_key_is_sent_once(
            EnrollmentServer server, HostDirectory host, Inbox inbox, SigningKeys keys) {
        host.add(tenant);
        var caller = server.as(caller(ana).signedBy(keys));

        var first = postTestMail(caller);
        var repeated = postTestMail(caller);

        assertThat(first.data().getString("state")).as(first.body()).isEqualTo("sent");
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(inbox.deliveredTo(ana)).hasSize(1);
    }

    private Reply postTestMail(EnrollmentServer caller) {
        return caller.send(caller.request(caller.bulks(tenant.slug()).getRawPath() + "/test-mail")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "test-" + tenant.id())
                .POST(BodyPublishers.ofString(BulkBody.inviting().json().toString())));
    }

    @Test
    void only_who_has_an_address_of_their_own_is_mailed(EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var without = caller(ana).without("email");
        var unverified = caller(ana).with("email_verified", JsonValue.FALSE);
        var malformed = caller("nobody");

        assertThat(Stream.of(without, unverified, malformed)
                        .map(jwt -> post(server.as(jwt.signedBy(keys)), "/test-mail", BulkBody.inviting(bob))))
                .allSatisfy(refused -> {
                    assertThat(refused.status()).as(refused.body()).isEqualTo(403);
                    assertThat(refused.errorCode()).isEqualTo(4003);
                });
    }

    @Test
    void ten_test_mails_an_hour_are_enough_for_one_caller(
            EnrollmentServer server, HostDirectory host, Inbox inbox, SigningKeys keys) {
        host.add(tenant);
        var caller = server.as(caller(ana).signedBy(keys));
        for (int i = 0; i < HOURLY_TESTS; i++) {
            assertThat(post(caller, "/test-mail", BulkBody.inviting()).status()).isEqualTo(200);
        }

        var refused = post(caller, "/test-mail", BulkBody.inviting());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo(5017);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3660);
        assertThat(inbox.deliveredTo(ana)).hasSize(HOURLY_TESTS);
        var other = server.as(caller(bob).signedBy(keys));
        assertThat(post(other, "/test-mail", BulkBody.inviting()).status()).isEqualTo(200);
    }

    @Test
    void each_person_has_a_name_and_settings_of_their_own(EnrollmentServer server, HostDirectory host, Inbox inbox)
            throws Exception {
        host.add(tenant);
        var policy = host.addPolicy(tenant);
        host.addSegment(tenant, 7_001);
        var bulk = server.postBulk(
                tenant,
                people(
                                person(ana, "Núñez, Ana")
                                        .add("language", "de")
                                        .add("displayName", "Tablet")
                                        .add("tags", Json.createArrayBuilder().add("vip"))
                                        .add("winPolicyId", policy)
                                        .add("segmentId", 7_001),
                                Json.createObjectBuilder().add("email", bob))
                        .with("displayName", "Laptop")
                        .with("tags", Json.createArrayBuilder().add("all").build())
                        .with("emailText", "Dear {{name|colleague}}, your {{displayName}}"));
        assertThat(bulk.data().getInt("success")).as(bulk.body()).isEqualTo(2);

        var hers = arrived(inbox, ana);
        var his = arrived(inbox, bob);
        var to = (InternetAddress) hers.message().getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo("Núñez, Ana");
        assertThat(hers.text()).contains("Guten Tag, Núñez, Ana!", "Dear Núñez, Ana, your Tablet");
        assertThat(his.text()).contains("Dear colleague, your Laptop").doesNotContain("Hello");
        var tokens = server.get(tokens(server) + "?search=" + ana).data().getJsonArray("items");
        assertThat(tokens).singleElement().satisfies(item -> {
            var token = item.asJsonObject();
            assertThat(token.getString("displayName")).isEqualTo("Tablet");
            assertThat(token.getJsonArray("tags").getString(0)).isEqualTo("vip");
            assertThat(token.getString("winPolicyId")).isEqualTo(policy);
            assertThat(token.getInt("segmentId")).isEqualTo(7_001);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"x",
                "{{email}} {{name}}",
                "<!-- --> ]]> &amp;",
                "ana\" <eve@evil.example>",
                "=?utf-8?q?evil?=",
                "Łukasz Żółć-Grzegżółka 王小明 🙂"
            })
    void a_name_is_text_wherever_it_stands(String name, EnrollmentServer server, HostDirectory host, Inbox inbox)
            throws Exception {
        host.add(tenant);
        server.postBulk(tenant, people(person(ana, name)).with("emailText", "For {{name}}."));

        var mail = arrived(inbox, ana);

        var to = mail.message().getAllRecipients();
        assertThat(to).singleElement().satisfies(only -> {
            assertThat(((InternetAddress) only).getAddress()).isEqualTo(ana);
            assertThat(((InternetAddress) only).getPersonal()).isEqualTo(name);
        });
        assertThat(mail.text()).contains("Hello " + name, "For " + name + ".");
        var html = HtmlPage.of(mail.html());
        assertThat(html.elements("script", "[onmouseover]")).isEmpty();
        assertThat(html.text().replaceAll("[\u200b\u2060\u2066-\u2069]", "")).contains("For " + name + ".");
    }

    @Test
    void a_file_repeated_with_its_key_is_answered_once(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var key = UUID.randomUUID().toString();
        var first = postForm(server, "", csv(ana, bob), key);

        var repeated = postForm(server, "", csv(ana, bob), key);
        var other = postForm(server, "", csv(bob, ana), key);

        assertThat(first.data().getInt("success")).as(first.body()).isEqualTo(2);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.header("Content-Location")).isEqualTo(first.header("Content-Location"));
        assertThat(other.status()).isEqualTo(422);
    }

    /** With another boundary each time, as browsers do. */
    private Reply postForm(EnrollmentServer server, String verb, String csv, String key) {
        var boundary = "----" + UUID.randomUUID();
        var form = new BulkForm(boundary)
                .part("settings", "application/json", "{\"sendEmail\":false}".getBytes(UTF_8))
                .part("recipients", "text/csv", csv.getBytes(UTF_8))
                .end();
        return server.send(server.request(server.bulks(tenant.slug()).getRawPath() + verb)
                .header("Content-Type", BulkForm.contentType(boundary))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(form)));
    }

    private Reply post(EnrollmentServer server, String verb, BulkBody body) {
        return server.post(
                server.bulks(tenant.slug()).getRawPath() + verb, body.json().toString());
    }

    private String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private static String csv(String... addresses) {
        return "email\n" + String.join("\n", addresses) + "\n";
    }

    private static JsonObjectBuilder person(String email, String name) {
        return Json.createObjectBuilder().add("email", email).add("name", name);
    }

    private static BulkBody people(JsonObjectBuilder... people) {
        var recipients = Json.createArrayBuilder();
        Stream.of(people).forEach(recipients::add);
        return new BulkBody(Json.createObjectBuilder()
                .add("sendEmail", true)
                .add("recipients", recipients)
                .build());
    }

    private DevelopmentJwt caller(String email) {
        return DevelopmentJwt.of("caller-" + UUID.randomUUID(), Instant.now())
                .everyPermission()
                .organizations("*")
                .with("email", Json.createValue(email));
    }

    /** Whatever name stands before the address. */
    private static Mail arrived(Inbox inbox, String address) {
        return inbox.awaitMailsDeliveredTo(address, 1).get(0);
    }

    private static List<String> outcomes(JsonObject answer) {
        JsonArray items = answer.getJsonArray("items");
        return items.getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("outcome"))
                .toList();
    }

    /** Of every table of the module: those in which the organization or one of its addresses stands. */
    private List<String> rowsOf(Database database) {
        return database
                .texts("select table_name from information_schema.tables where table_schema = 'enrollment'")
                .stream()
                .flatMap(table -> database
                        .texts(
                                "select to_jsonb(t)::text from enrollment.%s t where strpos(to_jsonb(t)::text, ?) > 0"
                                        .formatted(table),
                                tenant.id())
                        .stream())
                .toList();
    }
}
