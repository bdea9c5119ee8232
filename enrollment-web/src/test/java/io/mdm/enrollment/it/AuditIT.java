package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The audit record over HTTP. */
class AuditIT extends SharedServer {
    private static final int MANY = 2_500;
    private static final int TOO_MANY = 40_000;

    private final Tenant tenant = Tenant.any();
    private final Tenant other = Tenant.any();
    private final String ana = tenant.address("ana");

    @Test
    void tells_what_every_caller_did_and_nothing_of_other_organizations(
            EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        host.add(other);
        var eve = server.as(DevelopmentJwt.of("eve@acme.example", Instant.now())
                .everyPermission()
                .organizations("*")
                .signedBy(keys));
        var bulk = server.postBulk(tenant, BulkBody.inviting(ana).withoutMail());
        eve.send(eve.request(bulk.header("Content-Location")).DELETE());
        server.postBulk(other, BulkBody.inviting(ana).withoutMail());

        assertThat(items(audit(server, "")))
                .extracting(AuditIT::shown)
                .containsExactly("eve@acme.example revoked 1", "admin@acme.example created 1");
        assertThat(items(audit(server, "?actor=eve@acme.example"))).hasSize(1);
        var revoked = items(audit(server, "?action=revoked")).get(0);
        assertThat(items(audit(server, "?from=" + revoked.getString("at")))).containsExactly(revoked);
        assertThat(items(audit(server, "?to=" + revoked.getString("at"))))
                .hasSize(1)
                .doesNotContain(revoked);
        assertThat(audit(server, "").body()).doesNotContain(ana);
    }

    @Test
    void needs_a_permission_of_its_own(EnrollmentServer server, SigningKeys keys, HostDirectory host) {
        host.add(tenant);
        var administrator =
                DevelopmentJwt.of("lister@acme.example", Instant.now()).organizations("*");

        var refused = server.as(administrator
                .permissions(Permission.LIST, Permission.GET, Permission.CREATE)
                .signedBy(keys));
        assertRefused(audit(refused, ""), HttpProblem.FORBIDDEN);
        var allowed = server.as(administrator.permissions(Permission.AUDIT).signedBy(keys));
        assertThat(audit(allowed, "").status()).isEqualTo(200);
    }

    @Test
    void the_request_of_a_single_token_has_no_bulk(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var user = host.addUser(tenant, ana, "en");
        var path = server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
        var token = server.post(path, "{\"sendEmail\":false,\"mdmUserId\":\"" + user + "\"}");
        assertThat(token.status()).as(token.body()).isEqualTo(200);

        var created = items(audit(server, "")).get(0);

        assertThat(created.isNull("bulkId")).isTrue();
    }

    @Test
    void comes_as_lines_however_long_it_is(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        database.update("""
                insert into enrollment.enrollment_audit (id, organization_id, at, actor, action, tokens)
                select substr(md5(? || n), 1, 24), ?, now() - n / 3 * interval '1 s', 'admin@acme.example', 'CREATED', n
                from generate_series(1, ?) n
                """, tenant.id(), tenant.id(), MANY);

        var lines = server.send(server.request(path(server))
                .header("Accept", "application/x-ndjson")
                .GET());

        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        var read = lines.body().lines().map(AuditIT::json).toList();
        assertThat(read)
                .extracting(entry -> entry.getInt("tokens"))
                .hasSize(MANY)
                .doesNotHaveDuplicates();
        assertThat(read).isEqualTo(inPages(server));
    }

    /**
     * More than fits into the sockets in between, so the server has not read all of them when the first one arrives.
     */
    @Test
    void lines_arrive_while_later_ones_are_read(EnrollmentServer server, HostDirectory host, Database database)
            throws IOException, InterruptedException {
        host.add(tenant);
        database.update("""
                insert into enrollment.enrollment_audit (id, organization_id, at, actor, action, tokens)
                select substr(md5(? || n), 1, 24), ?, now() - n * interval '1 s', repeat('a', 1000), 'CREATED', n
                from generate_series(1, ?) n
                """, tenant.id(), tenant.id(), TOO_MANY);

        var lines = HttpClient.newHttpClient()
                .send(
                        server.request(path(server))
                                .header("Accept", "application/x-ndjson")
                                .GET()
                                .build(),
                        BodyHandlers.ofInputStream());
        try (var reader = new BufferedReader(new InputStreamReader(lines.body(), UTF_8))) {
            assertThat(json(reader.readLine()).getInt("tokens")).isEqualTo(1);
            database.update("""
                    insert into enrollment.enrollment_audit (id, organization_id, at, actor, action, tokens)
                    values (substr(?, 1, 23) || '-', ?, now() - interval '80 days', 'late', 'CREATED', 0)
                    """, tenant.id(), tenant.id());

            var rest = reader.lines().toList();
            assertThat(rest).hasSize(TOO_MANY);
            assertThat(json(rest.get(rest.size() - 1)).getString("actor")).isEqualTo("late");
        }
    }

    private List<JsonObject> inPages(EnrollmentServer server) {
        var all = new ArrayList<JsonObject>();
        var page = audit(server, "?limit=1000").data();
        all.addAll(items(page));
        while (!page.isNull("next")) {
            page = audit(server, "?limit=1000&cursor=" + page.getString("next")).data();
            all.addAll(items(page));
        }
        return all;
    }

    private Reply audit(EnrollmentServer server, String query) {
        return server.get(path(server) + query);
    }

    private String path(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("bulk$", "audit");
    }

    private static List<JsonObject> items(Reply reply) {
        return items(reply.data());
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String shown(JsonObject entry) {
        return entry.getString("actor") + " " + entry.getString("action") + " " + entry.getInt("tokens");
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
