package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bulk requests after their creation: more time, and their end. */
class BulkChangesIT extends SharedServer {
    private static final Duration WEEK = Duration.ofDays(7);

    private final Tenant tenant = Tenant.any();
    private final String ana = tenant.address("ana");
    private final String bob = tenant.address("bob");
    private final String eve = tenant.address("eve");

    @Test
    void every_token_that_is_neither_used_nor_revoked_ends_at_the_new_time(
            EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = issue(server, ana, bob, eve);
        redeem(server, bulk, 1);
        revoke(server, bulk, 2);
        var before = Instant.now();

        var counts = extend(server, bulk, WEEK);

        assertThat(counts.toString())
                .isEqualTo("{\"total\":3,\"extended\":1,\"revived\":0,\"overQuota\":0,\"unchanged\":2}");
        assertThat(Instant.parse(token(server, bulk, 0).getString("expireAt")))
                .isBetween(
                        before.plus(WEEK).minusSeconds(60),
                        Instant.now().plus(WEEK).plusSeconds(60));
        assertThat(Instant.parse(token(server, bulk, 1).getString("expireAt"))).isBefore(before.plus(WEEK));
    }

    @Test
    void an_expired_link_opens_again(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = issue(server, ana);
        var link = item(server, bulk, 0).getString("enrollmentLink");
        expire(database, bulk);
        assertThat(server.open(link).status()).isEqualTo(410);

        assertThat(extend(server, bulk, WEEK).getInt("revived")).isEqualTo(1);

        assertThat(server.open(link).status()).isEqualTo(200);
    }

    @Test
    void expired_tokens_live_again_in_request_order_as_far_as_the_quota_has_room(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant.withQuota(3));
        var bulk = issue(server, ana, bob, eve);
        expire(database, bulk);
        issue(server, tenant.address("first"));

        assertThat(extend(server, bulk, WEEK).toString())
                .isEqualTo("{\"total\":3,\"extended\":0,\"revived\":2,\"overQuota\":1,\"unchanged\":0}");

        assertThat(states(server, bulk)).containsExactly("PENDING", "PENDING", "EXPIRED");
    }

    @Test
    void one_token_gets_more_time_and_lives_again(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = issue(server, ana, bob);
        expire(database, bulk);
        var id = item(server, bulk, 0).getString("tokenId");
        assertThat(put(server, path(server) + "/" + id, "{\"displayName\":\"late\"}")
                        .status())
                .isEqualTo(409);

        var updated = put(server, path(server) + "/" + id, "{\"displayName\":\"late\",\"duration\":604800}");

        assertThat(updated.data().getString("state")).isEqualTo("PENDING");
        assertThat(updated.data().getString("displayName")).isEqualTo("late");
        assertThat(states(server, bulk)).containsExactly("PENDING", "EXPIRED");
    }

    @Test
    void one_token_does_not_live_again_over_the_quota(EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant.withQuota(1));
        var bulk = issue(server, ana);
        expire(database, bulk);
        issue(server, bob);

        var refused =
                put(server, path(server) + "/" + item(server, bulk, 0).getString("tokenId"), "{\"duration\":604800}");

        assertRefused(refused, HttpProblem.QUOTA_REACHED);
        assertThat(states(server, bulk)).containsExactly("EXPIRED");
    }

    @Test
    void its_end_revokes_what_is_pending_and_keeps_the_report(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk = issue(server, ana, bob, eve);
        redeem(server, bulk, 1);
        var link = item(server, bulk, 0).getString("enrollmentLink");

        var ended = delete(server, bulk);

        assertThat(ended.data().toString()).isEqualTo("{\"total\":3,\"revoked\":2,\"unchanged\":1}");
        assertThat(states(server, bulk)).containsExactly("DELETED", "DONE", "DELETED");
        assertThat(server.open(link).status()).isEqualTo(410);
        assertThat(delete(server, bulk).data().getInt("revoked")).isZero();
    }

    @Test
    void changes_are_audited_with_the_caller_and_the_number_of_tokens(
            EnrollmentServer server, HostDirectory host, Database database) {
        host.add(tenant);
        var bulk = issue(server, ana, bob);
        extend(server, bulk, WEEK);
        put(server, bulk.header("Content-Location"), "{\"paused\":true}");
        put(server, bulk.header("Content-Location"), "{\"paused\":false}");
        delete(server, bulk);

        assertThat(database.texts("""
                        select action || ' ' || tokens || ' ' || (actor is not null) from enrollment.enrollment_audit
                        where batch_id = ? order by id
                        """, id(bulk)))
                .containsExactly(
                        "CREATED 2 true", "EXTENDED 2 true", "PAUSED 2 true", "RESUMED 2 true", "REVOKED 2 true");
    }

    private Reply issue(EnrollmentServer server, String... addresses) {
        return server.postBulk(tenant, BulkBody.inviting(addresses).withoutMail());
    }

    private static JsonObject extend(EnrollmentServer server, Reply bulk, Duration time) {
        return put(server, bulk.header("Content-Location"), "{\"duration\":" + time.toSeconds() + "}")
                .data();
    }

    private static Reply put(EnrollmentServer server, String path, String body) {
        return server.send(
                server.request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    private static Reply delete(EnrollmentServer server, Reply bulk) {
        return server.send(server.request(bulk.header("Content-Location")).DELETE());
    }

    private void redeem(EnrollmentServer server, Reply bulk, int index) {
        var link = item(server, bulk, index).getString("enrollmentLink");
        server.post(
                path(server) + "/redeem",
                "{\"token\":\"%s\",\"winDeviceId\":\"698efa6ed851667d9c0aec99\"}"
                        .formatted(link.substring(link.lastIndexOf('/') + 1)));
    }

    private void revoke(EnrollmentServer server, Reply bulk, int index) {
        var id = item(server, bulk, index).getString("tokenId");
        server.send(server.request(path(server) + "/" + id).DELETE());
    }

    private JsonObject token(EnrollmentServer server, Reply bulk, int index) {
        return server.get(path(server) + "/" + item(server, bulk, index).getString("tokenId"))
                .data();
    }

    private List<String> states(EnrollmentServer server, Reply bulk) {
        return server.reportOf(bulk).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> server.get(path(server) + "/" + item.getString("tokenId"))
                        .data())
                .map(token -> token.getString("state"))
                .toList();
    }

    private static JsonObject item(EnrollmentServer server, Reply bulk, int index) {
        return server.reportOf(bulk).getJsonArray("items").getJsonObject(index);
    }

    private String path(EnrollmentServer server) {
        return server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", "");
    }

    private static String id(Reply bulk) {
        var path = bulk.header("Content-Location");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void expire(Database database, Reply bulk) {
        database.update("""
                update enrollment.enrollment_token set expire_at = now() - interval '1 minute' where batch_id = ?
                """, id(bulk));
        database.update("""
                update enrollment.enrollment_batch set expire_at = now() - interval '1 minute',
                    last_expire_at = now() - interval '1 minute' where id = ?
                """, id(bulk));
    }
}
