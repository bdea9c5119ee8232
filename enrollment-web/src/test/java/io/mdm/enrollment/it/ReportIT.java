package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.it.Refusal.errorsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @Test
    void has_the_documented_keys_in_the_documented_order(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), "nobody"));
        var report =
                server.awaitReportOf(bulk, data -> data.getJsonObject("mails").getInt("sent") == 1);

        assertThat(report.keySet())
                .containsExactly(
                        "id",
                        "organizationId",
                        "createdAt",
                        "createdBy",
                        "settings",
                        "expireAt",
                        "paused",
                        "sendAt",
                        "overdue",
                        "total",
                        "success",
                        "fail",
                        "mails",
                        "tokens",
                        "mailings",
                        "items",
                        "totalDocs",
                        "limit",
                        "page",
                        "totalPages",
                        "hasPrevPage",
                        "hasNextPage",
                        "prevPage",
                        "nextPage");
        assertThat(report.getJsonObject("settings").keySet())
                .containsExactly(
                        "sendEmail",
                        "displayName",
                        "tags",
                        "duration",
                        "language",
                        "emailText",
                        "winPolicyId",
                        "winPolicyAssignments",
                        "segmentId");
        assertThat(report.getJsonObject("mails").keySet())
                .containsExactly("queued", "deferred", "sent", "failed", "notRequested");
        assertThat(items(report))
                .allSatisfy(item -> assertThat(item.keySet())
                        .containsExactly(
                                "index",
                                "email",
                                "name",
                                "outcome",
                                "tokenId",
                                "state",
                                "winDeviceId",
                                "enrolledAt",
                                "enrollmentLink",
                                "enrollCode",
                                "mail",
                                "suggestion"));
        assertThat(report.getJsonObject("tokens").keySet()).containsExactly("pending", "done", "deleted", "expired");
        assertThat(report.getJsonArray("mailings").getJsonObject(0).keySet())
                .containsExactly("number", "kind", "createdAt", "total");
        assertThat(items(report).get(0).getJsonObject("mail").keySet())
                .containsExactly("state", "attempts", "lastReply", "queuedAt", "sentAt", "nextAttemptAt");
    }

    @Test
    void says_who_asked_for_what_and_when(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        host.addSegment(tenant, 12);
        var policy = host.addPolicy(tenant);
        var body = BulkBody.inviting(tenant.address("ana"))
                .withoutMail()
                .with("displayName", "Laptops")
                .with("tags", Json.createArrayBuilder(List.of("b", "", "a")).build())
                .with("duration", " 3600 ")
                .with("language", "pt")
                .with("emailText", "One\r\nTwo")
                .with("winPolicyId", policy)
                .with("winPolicyAssignments", assignments(policy))
                .with("segmentId", "12");
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var report = server.reportOf(server.postBulk(tenant, body));

        assertThat(report.getString("organizationId")).isEqualTo(tenant.id());
        assertThat(report.getString("createdBy")).isEqualTo("admin@acme.example");
        assertThat(report.getString("createdAt")).endsWith("Z");
        assertThat(Instant.parse(report.getString("createdAt"))).isBetween(before, Instant.now());
        assertThat(report.getJsonObject("settings").toString())
                .isEqualTo(
                        "{\"sendEmail\":false,\"displayName\":\"Laptops\",\"tags\":[\"b\",\"\",\"a\"],\"duration\":3600,"
                                + "\"language\":\"pt\",\"emailText\":\"One\\nTwo\",\"winPolicyId\":\"" + policy
                                + "\",\"winPolicyAssignments\":" + assignments(policy) + ",\"segmentId\":12}");
    }

    @Test
    void says_null_where_there_is_nothing(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant, BulkBody.inviting("nobody", tenant.address("ana")).withoutMail());
        var report = server.reportOf(bulk);

        assertThat(report.getJsonObject("settings").toString())
                .isEqualTo("{\"sendEmail\":false,\"displayName\":null,\"tags\":[],\"duration\":86400,\"language\":null,"
                        + "\"emailText\":null,\"winPolicyId\":null,\"winPolicyAssignments\":[],\"segmentId\":null}");
        assertThat(items(report).get(0).toString())
                .isEqualTo("{\"index\":0,\"email\":\"nobody\",\"name\":null,\"outcome\":\"invalid\",\"tokenId\":null,"
                        + "\"state\":null,\"winDeviceId\":null,\"enrolledAt\":null,\"enrollmentLink\":null,\"enrollCode\":null,\"mail\":null,"
                        + "\"suggestion\":null}");
        assertThat(items(report).get(1).getJsonObject("mail").toString())
                .isEqualTo("{\"state\":\"notRequested\",\"attempts\":0,\"lastReply\":null,\"queuedAt\":null,"
                        + "\"sentAt\":null,\"nextAttemptAt\":null}");
        assertThat(report.isNull("prevPage")).isTrue();
        assertThat(report.isNull("nextPage")).isTrue();
    }

    @Test
    void tells_of_a_mail_that_was_sent(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")));
        var report = server.awaitReportOf(
                bulk,
                data -> items(data)
                        .get(0)
                        .getJsonObject("mail")
                        .getString("state")
                        .equals("sent"));

        assertThat(report.getJsonObject("mails").toString())
                .isEqualTo("{\"queued\":0,\"deferred\":0,\"sent\":1,\"failed\":0,\"notRequested\":0}");
        var mail = items(report).get(0).getJsonObject("mail");
        assertThat(mail.getString("state")).isEqualTo("sent");
        assertThat(mail.getInt("attempts")).isEqualTo(1);
        assertThat(mail.getString("lastReply")).isEqualTo("250");
        assertThat(Instant.parse(mail.getString("queuedAt"))).isBefore(Instant.parse(mail.getString("sentAt")));
        assertThat(mail.isNull("nextAttemptAt")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "''|0 1 2 3 4 5 6|7|100|1|1|null|null",
                "?limit=3|0 1 2|7|3|1|3|null|2",
                "?limit=3&page=2|3 4 5|7|3|2|3|1|3",
                "?limit=3&page=3|6|7|3|3|3|2|null",
                "?limit=7|0 1 2 3 4 5 6|7|7|1|1|null|null",
                "?limit=10000|0 1 2 3 4 5 6|7|10000|1|1|null|null",
                "?outcome=created|1 3|2|100|1|1|null|null",
                "?outcome=created&limit=1&page=2|3|2|1|2|2|1|null",
                "?outcome=duplicate|4|1|100|1|1|null|null",
                "?outcome=invalid|0 2|2|100|1|1|null|null",
                "?outcome=quota|5 6|2|100|1|1|null|null",
                "?mail=notRequested|1 3|2|100|1|1|null|null",
                "?limit=0|''|7|0|1|1|null|null",
                "?limit=0&outcome=created|''|2|0|1|1|null|null",
                "?outcome=invalid&outcome=duplicate&outcome=quota|0 2 4 5 6|5|100|1|1|null|null",
                "?mail=sent&mail=notRequested|1 3|2|100|1|1|null|null",
                "?state=PENDING|1 3|2|100|1|1|null|null",
                "?state=DONE&state=DELETED&state=EXPIRED|''|0|100|1|1|null|null",
                "?search=A%40|1 4|2|100|1|1|null|null",
                "?search=OBOD|0|1|100|1|1|null|null",
                "?search=%25|''|0|100|1|1|null|null",
                "?search=b%40&state=PENDING&outcome=created|3|1|100|1|1|null|null",
                "?mail=sent|''|0|100|1|1|null|null",
                "?outcome=invalid&mail=notRequested|''|0|100|1|1|null|null"
            })
    void comes_in_pages_and_filtered(
            String query,
            String indexes,
            int totalDocs,
            int limit,
            int page,
            int totalPages,
            @Nullable Integer prevPage,
            @Nullable Integer nextPage,
            EnrollmentServer server,
            HostDirectory host) {
        var reply = server.report(mixedBulk(server, host).header("Content-Location") + query);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(items(reply.data()).stream().map(item -> String.valueOf(item.getInt("index"))))
                .isEqualTo(Stream.of(indexes.split(" "))
                        .filter(index -> !index.isEmpty())
                        .toList());
        assertThat(reply.body())
                .endsWith(
                        "\"totalDocs\":%d,\"limit\":%d,\"page\":%d,\"totalPages\":%d,\"hasPrevPage\":%b,\"hasNextPage\":%b,\"prevPage\":%d,\"nextPage\":%d}}"
                                .formatted(
                                        totalDocs,
                                        limit,
                                        page,
                                        totalPages,
                                        prevPage != null,
                                        nextPage != null,
                                        prevPage,
                                        nextPage));
        assertThat(reply.data().getInt("total")).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=1.0, page",
        "page=, page",
        "page=99999999999, page",
        "limit=-1, limit",
        "limit=10001, limit",
        "limit=ten, limit",
        "limit=10&limit=10, limit",
        "outcome=Created, outcome",
        "outcome=, outcome",
        "mail=bounced, mail",
        "separator=;, separator",
        "separator=COMMA, separator",
        "mail=NOT_REQUESTED, mail",
        "state=pending, state",
        "state=, state",
        "search=%00, search"
    })
    void names_a_parameter_that_is_bad(String query, String parameter, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var location = server.postBulk(tenant, BulkBody.inviting("nobody")).header("Content-Location");

        assertThat(errorsOf(server.report(location + "?" + query))).hasSize(1).allSatisfy(error -> {
            assertThat(error.getJsonArray("path").toString()).isEqualTo("[\"" + parameter + "\"]");
            assertThat(error.getString("message")).contains(parameter);
        });
    }

    @Test
    void tells_how_far_each_token_has_come(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(
                                tenant.address("live"),
                                tenant.address("enrolled"),
                                tenant.address("revoked"),
                                tenant.address("expired"),
                                "nobody")
                        .withoutMail());
        var device = "698efa6ed851667d9c0aec99";
        var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        redeem(server, items(server.reportOf(bulk)).get(1), device);
        revoke(server, items(server.reportOf(bulk)).get(2));
        expire(database, "expired");

        var report = server.reportOf(bulk);

        assertThat(report.getJsonObject("tokens").toString())
                .isEqualTo("{\"pending\":1,\"done\":1,\"deleted\":1,\"expired\":1}");
        assertThat(items(report))
                .extracting(item -> String.valueOf(item.get("state")))
                .containsExactly("\"PENDING\"", "\"DONE\"", "\"DELETED\"", "\"EXPIRED\"", "null");
        assertThat(items(report))
                .extracting(item -> String.valueOf(item.get("winDeviceId")))
                .containsExactly("null", '"' + device + '"', "null", "null", "null");
        assertThat(Instant.parse(items(report).get(1).getString("enrolledAt"))).isBetween(before, Instant.now());
        assertThat(items(report)).filteredOn(item -> !item.isNull("enrolledAt")).hasSize(1);
        assertThat(csv(server, bulk))
                .contains(",DONE," + device + "," + items(report).get(1).getString("enrolledAt") + ",")
                .contains("4,nobody,invalid,,,,,,");
    }

    @Test
    void tells_of_its_mailings_and_when_its_tokens_expire(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var invited = server.reportOf(server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"), "nobody")));
        var silent = server.reportOf(
                server.postBulk(tenant, BulkBody.inviting(tenant.address("bob")).withoutMail()));
        var nobody = server.reportOf(server.postBulk(tenant, BulkBody.inviting("nobody")));

        assertThat(invited.getJsonArray("mailings").toString())
                .isEqualTo("[{\"number\":0,\"kind\":\"invitation\",\"createdAt\":\"%s\",\"total\":1}]"
                        .formatted(invited.getString("createdAt")));
        assertThat(silent.getJsonArray("mailings")).isEmpty();
        assertThat(nobody.getJsonArray("mailings")).isEmpty();
        assertThat(Instant.parse(invited.getString("expireAt")))
                .isEqualTo(Instant.parse(invited.getString("createdAt")).plusSeconds(86_400));
        assertThat(invited.getBoolean("paused")).isFalse();
    }

    @Test
    void has_another_etag_after_a_redemption_a_revocation_a_rotation_and_an_expiry(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(
                                tenant.address("used"),
                                tenant.address("revoked"),
                                tenant.address("rotated"),
                                tenant.address("expired"))
                        .withoutMail());
        var tokens = items(server.reportOf(bulk));
        List<Runnable> changes = List.of(
                () -> redeem(server, tokens.get(0), "698efa6ed851667d9c0aec99"),
                () -> revoke(server, tokens.get(1)),
                () -> server.post(
                        tokens(server) + "/" + tokens.get(2).getString("tokenId") + "/resend", "{\"rotate\":true}"),
                () -> expire(database, "expired"));
        for (var change : changes) {
            var known = server.report(counts(bulk)).header("ETag");
            change.run();
            var changed = server.send(
                    server.request(counts(bulk)).header("If-None-Match", known).GET());
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.header("ETag")).isNotEqualTo(known);
        }
    }

    @Test
    void of_the_counts_alone_is_what_a_progress_bar_polls(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant, BulkBody.inviting(tenant.address("ana"), "nobody").withoutMail());
        var report = server.reportOf(bulk);

        var counts = server.report(counts(bulk));
        var again = server.send(server.request(counts(bulk))
                .header("If-None-Match", counts.header("ETag"))
                .GET());

        assertThat(counts.data().getJsonArray("items")).isEmpty();
        assertThat(counts.data().getInt("totalDocs")).isEqualTo(2);
        assertThat(counts.data().getInt("totalPages")).isEqualTo(1);
        for (var key : List.of("total", "success", "fail", "mails", "tokens", "mailings", "expireAt", "paused")) {
            assertThat(counts.data().get(key)).as(key).isEqualTo(report.get(key));
        }
        assertThat(counts.header("ETag"))
                .isEqualTo(server.report(bulk.header("Content-Location")).header("ETag"));
        assertThat(again.status()).isEqualTo(304);
    }

    private String tokens(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private static String counts(Reply bulk) {
        return bulk.header("Content-Location") + "?limit=0";
    }

    private static String csv(EnrollmentServer server, Reply bulk) {
        return server.send(server.request(bulk.header("Content-Location"))
                        .header("Accept", "text/csv")
                        .GET())
                .body();
    }

    private void redeem(EnrollmentServer server, JsonObject item, String device) {
        var link = item.getString("enrollmentLink");
        var reply = server.postProof(
                tenant,
                "redeem",
                Json.createObjectBuilder()
                        .add("token", link.substring(link.lastIndexOf('/') + 1))
                        .add("winDeviceId", device)
                        .build());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private void revoke(EnrollmentServer server, JsonObject item) {
        var reply = server.send(
                server.request(tokens(server) + "/" + item.getString("tokenId")).DELETE());
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** The shortest life of a token is a minute. */
    private void expire(Database database, String recipient) {
        database.update(
                "update enrollment.enrollment_token set expire_at = now() where email = ?", tenant.address(recipient));
    }

    @Test
    void names_all_parameters_that_are_bad(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var location = server.postBulk(tenant, BulkBody.inviting("nobody")).header("Content-Location");

        assertThat(errorsOf(server.report(location + "?mail=x&page=x&limit=x&outcome=x")))
                .hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"0123456789abcdef01234567", "1", "x", "%20", "a%0Ab"})
    void of_an_unknown_bulk_is_not_found(String bulk, EnrollmentServer server, HostDirectory host) {
        assumeTrue(ServerProduct.chosen().passesOn(bulk));
        host.add(tenant);

        assertRefused(server.report(server.bulks(tenant.slug()).getPath() + "/" + bulk), HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void of_another_organization_is_not_found(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var other = host.add(Tenant.any());
        var location = server.postBulk(tenant, BulkBody.inviting("nobody")).header("Content-Location");

        assertThat(server.report(location.replace(tenant.slug(), tenant.id())).status())
                .isEqualTo(200);
        assertRefused(server.report(location.replace(tenant.slug(), other.slug())), HttpProblem.ENTITY_NOT_FOUND);
    }

    @Test
    void shows_no_link_that_has_ended(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("live"), tenant.address("revoked"), tenant.address("expired"))
                        .withoutMail());
        database.update(
                "update enrollment.enrollment_token set state = 'DELETED' where email = ?", tenant.address("revoked"));
        expire(database, "expired");

        assertThat(items(server.reportOf(bulk)))
                .extracting(item -> item.isNull("enrollmentLink"))
                .containsExactly(false, true, true);
    }

    /** 0 and 2 are invalid, 1 and 3 have tokens, 4 is a duplicate, 5 and 6 are over the quota. */
    private Reply mixedBulk(EnrollmentServer server, HostDirectory host) {
        host.add(tenant.withQuota(2));
        return server.postBulk(
                tenant,
                BulkBody.inviting(
                                "nobody",
                                tenant.address("a"),
                                "",
                                tenant.address("b"),
                                tenant.address("A"),
                                tenant.address("c"),
                                tenant.address("d"))
                        .withoutMail());
    }

    private static JsonArray assignments(String policy) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("winPolicyId", policy).add("priority", 2))
                .add(Json.createObjectBuilder().add("winPolicyId", policy).add("priority", 1))
                .build();
    }

    private static List<JsonObject> items(JsonObject report) {
        return report.getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
