package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static io.mdm.enrollment.it.Refusal.errorsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.SigningKeys;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of an organization's bulk requests. */
class BulksIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @Test
    void has_the_documented_keys_in_the_documented_order(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());

        var list = bulks(server, "").data();

        assertThat(list.keySet())
                .containsExactly(
                        "items",
                        "totalDocs",
                        "limit",
                        "page",
                        "totalPages",
                        "hasPrevPage",
                        "hasNextPage",
                        "prevPage",
                        "nextPage");
        assertThat(items(list).get(0).keySet())
                .containsExactly(
                        "id",
                        "createdAt",
                        "createdBy",
                        "displayName",
                        "tags",
                        "language",
                        "sendEmail",
                        "expireAt",
                        "total",
                        "success",
                        "fail",
                        "mails",
                        "tokens",
                        "paused",
                        "sendAt",
                        "overdue");
        assertThat(list.getInt("limit")).isEqualTo(20);
    }

    @Test
    void tells_of_each_bulk_what_its_report_tells(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("ana"), tenant.address("bob"), "nobody")
                        .with("displayName", "Laptops")
                        .with("tags", Json.createArrayBuilder(List.of("b", "a")).build())
                        .with("language", "es"));
        var report =
                server.awaitReportOf(bulk, data -> data.getJsonObject("mails").getInt("sent") == 2);

        var item = items(bulks(server, "").data()).get(0);

        assertThat(item.getString("displayName")).isEqualTo("Laptops");
        assertThat(item.getJsonArray("tags").toString()).isEqualTo("[\"b\",\"a\"]");
        assertThat(item.getString("language")).isEqualTo("es");
        assertThat(item.getBoolean("sendEmail")).isTrue();
        assertThat(item.getJsonObject("mails").getInt("sent")).isEqualTo(2);
        assertThat(item.getJsonObject("tokens").toString())
                .isEqualTo("{\"pending\":2,\"done\":0,\"deleted\":0,\"expired\":0}");
        for (var key : List.of(
                "id", "createdAt", "createdBy", "expireAt", "total", "success", "fail", "mails", "tokens", "paused")) {
            assertThat(item.get(key)).as(key).isEqualTo(report.get(key));
        }
    }

    @Test
    void does_not_list_a_single_create(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var ana = host.addUser(tenant, tenant.address("ana"), "en");

        assertThat(server.post(tokens(server), "{\"sendEmail\":false,\"mdmUserId\":\"" + ana + "\"}")
                        .status())
                .isEqualTo(200);

        assertThat(bulks(server, "").data().getInt("totalDocs")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                         | c b a | 3
            ?sort=createdAt            | a b c | 3
            ?sort=createdAt:desc       | c b a | 3
            ?sort=expireAt             | b a c | 3
            ?sort=expireAt:desc        | c a b | 3
            ?sort=total:asc            | a c b | 3
            ?sort=total:desc           | b c a | 3
            ?sort=:asc                 | a b c | 3
            ?limit=2                   | c b   | 3
            ?limit=2&page=2            | a     | 3
            ?limit=2&page=9            | ''    | 3
            ?search=LAP                | b a   | 2
            ?search=sale               | c a   | 2
            ?search=%25                | ''    | 0
            ?search=_                  | ''    | 0
            ?search=lap&sort=total     | a b   | 2
            ?state=live                | c b a | 3
            ?state=ended               | ''    | 0
            """)
    void comes_in_pages_sorted_and_filtered(
            String query, String names, int total, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        post(server, "a Laptops", "Sales", 7_200, 1);
        post(server, "b Laptops", "other", 3_600, 3);
        post(server, "c", "presales", 10_800, 2);

        var list = bulks(server, query).data();

        assertThat(items(list).stream()
                        .map(item -> item.getString("displayName").substring(0, 1)))
                .isEqualTo(Stream.of(names.split(" "))
                        .filter(name -> !name.isEmpty())
                        .toList());
        assertThat(list.getInt("totalDocs")).isEqualTo(total);
    }

    @Test
    void a_bulk_has_ended_when_no_token_of_it_is_pending_and_unexpired(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        post(server, "expired", "x", 60, 1);
        post(server, "revoked", "x", 60, 1);
        post(server, "live", "x", 60, 2);
        server.postBulk(tenant, BulkBody.inviting("nobody").with("displayName", "nobody"));
        database.update(
                "update enrollment.enrollment_token set expire_at = now() where batch_id in "
                        + "(select id from enrollment.enrollment_batch where organization_id = ? and settings like '%expired%')",
                tenant.id());
        var revoked =
                items(server.get(tokens(server) + "?search=revoked").data()).get(0);
        server.send(
                server.request(tokens(server) + "/" + revoked.getString("id")).DELETE());

        assertThat(names(bulks(server, "?state=live"))).containsExactly("live");
        assertThat(names(bulks(server, "?state=ended"))).containsExactly("nobody", "revoked", "expired");
        assertThat(items(bulks(server, "?sort=createdAt").data()))
                .extracting(item -> item.getJsonObject("tokens").toString())
                .containsExactly(
                        "{\"pending\":0,\"done\":0,\"deleted\":0,\"expired\":1}",
                        "{\"pending\":0,\"done\":0,\"deleted\":1,\"expired\":0}",
                        "{\"pending\":2,\"done\":0,\"deleted\":0,\"expired\":0}",
                        "{\"pending\":0,\"done\":0,\"deleted\":0,\"expired\":0}");
    }

    @Test
    void an_unchanged_list_is_answered_304_and_a_changed_one_has_another_weak_etag(
            EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        post(server, "first", "x", 60, 1);
        var first = bulks(server, "");
        var etag = first.header("ETag");

        var unchanged = server.send(
                server.request(path(server)).header("If-None-Match", etag).GET());
        var token = items(server.get(tokens(server)).data()).get(0);
        server.send(server.request(tokens(server) + "/" + token.getString("id")).DELETE());
        var changed = server.send(
                server.request(path(server)).header("If-None-Match", etag).GET());

        assertThat(etag).startsWith("W/\"");
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).isEqualTo(etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).startsWith("W/\"").isNotEqualTo(etag);
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "limit=0, limit",
        "limit=101, limit",
        "sort=displayName, sort",
        "state=LIVE, state",
        "state=live&state=ended, state",
        "search=%00, search"
    })
    void names_a_parameter_that_is_bad(String query, String parameter, EnrollmentServer server, HostDirectory host) {
        host.add(tenant);

        assertThat(errorsOf(bulks(server, "?" + query)))
                .extracting(error -> error.getJsonArray("path").toString())
                .containsExactly("[\"" + parameter + "\"]");
    }

    @Test
    void needs_the_permission_to_list(EnrollmentServer server, HostDirectory host, SigningKeys keys) {
        host.add(tenant);
        var caller = DevelopmentJwt.of("viewer@acme.example", Instant.now()).organizations("*");

        assertThat(bulks(server.as(caller.permissions(Permission.LIST).signedBy(keys)), "")
                        .status())
                .isEqualTo(200);
        assertRefused(bulks(server.as(caller.permissions(Permission.GET).signedBy(keys)), ""), HttpProblem.FORBIDDEN);
    }

    @Test
    void of_another_organization_shows_nothing(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var other = host.add(Tenant.any());
        post(server, "secret", "secret", 60, 1);

        assertThat(server.get(server.bulks(other.slug()).getRawPath()).data().getInt("totalDocs"))
                .isZero();
    }

    private void post(EnrollmentServer server, String name, String tag, int duration, int recipients) {
        var addresses = Stream.of("r0", "r1", "r2")
                .limit(recipients)
                .map(recipient -> tenant.address(recipient + name.charAt(0)))
                .toArray(String[]::new);
        var reply = server.postBulk(
                tenant,
                BulkBody.inviting(addresses)
                        .withoutMail()
                        .with("displayName", name)
                        .with("tags", Json.createArrayBuilder(List.of(tag)).build())
                        .with("duration", String.valueOf(duration)));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private Reply bulks(EnrollmentServer server, String query) {
        return server.get(path(server) + query);
    }

    private String path(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath();
    }

    private String tokens(EnrollmentServer server) {
        return path(server).replaceFirst("/bulk$", "");
    }

    private static List<String> names(Reply reply) {
        return items(reply.data()).stream()
                .map(item -> item.getString("displayName"))
                .toList();
    }

    private static List<JsonObject> items(JsonObject list) {
        return list.getJsonArray("items").getValuesAs(JsonObject.class);
    }
}
