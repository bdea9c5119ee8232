package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.Refusal.assertRefused;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A repeated request is carried out once (the header Idempotency-Key), on every route that changes something. */
class IdempotencyIT extends SharedServer {
    private final Tenant tenant = Tenant.any();
    private final String key = UUID.randomUUID().toString();

    /** Requests that may have a key. */
    private enum Call {
        BULK("POST", "/bulk", "{\"sendEmail\":false,\"userEmails\":[\"ana@idempotency.example\"]}"),
        CREATE("POST", "", "{\"sendEmail\":false,\"mdmUserId\":\"%1$s\"}"),
        RESEND("POST", "/%2$s/resend", "{\"rotate\":true}"),
        RESEND_BULK("POST", "/bulk/%3$s/resend", "{}"),
        UPDATE("PUT", "/%2$s", "{\"displayName\":\"once\"}"),
        REVOKE("DELETE", "/%2$s", "");

        private final String method;
        private final String path;
        private final String body;

        Call(String method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }
    }

    /** What the calls are about: a user, a token and its bulk. */
    private record Subject(EnrollmentServer server, String tokens, String user, String token, String bulk) {

        Reply send(Call call, String key) {
            return send(call, key, "");
        }

        Reply send(Call call, String key, String furtherBody) {
            return server.send(request(call, key, furtherBody));
        }

        HttpRequest.Builder request(Call call, String key, String furtherBody) {
            var request = server.request(tokens + filled(call.path)).header("Idempotency-Key", key);
            return call.body.isEmpty()
                    ? request.method(call.method, BodyPublishers.noBody())
                    : request.header("Content-Type", "application/json")
                            .method(call.method, BodyPublishers.ofString(filled(call.body) + furtherBody));
        }

        private String filled(String text) {
            return text.formatted(user, token, bulk);
        }
    }

    private Subject subject(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var user = host.addUser(tenant, tenant.address("user"), "en");
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        var report = server.reportOf(bulk);
        return new Subject(
                server,
                server.bulks(tenant.slug()).getRawPath().replaceFirst("/bulk$", ""),
                user,
                report.getJsonArray("items").getJsonObject(0).getString("tokenId"),
                report.getString("id"));
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_request_is_answered_as_the_first_was(Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);

        var first = subject.send(call, key);
        var again = subject.send(call, '"' + key + '"');

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Content-Location"))
                .isEqualTo(first.headers().firstValue("Content-Location"));
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_repeated_request_changes_nothing(Call call, EnrollmentServer server, HostDirectory host, Database database) {
        var subject = subject(server, host);
        subject.send(call, key);
        var after = audited(database);

        subject.send(call, key);

        assertThat(audited(database)).isEqualTo(after).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = "REVOKE", mode = Mode.EXCLUDE)
    void a_key_belongs_to_one_body(Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        subject.send(call, key);

        assertRefused(subject.send(call, key, " "), HttpProblem.IDEMPOTENCY_KEY_REUSED);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_belongs_to_one_route(Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        subject.send(call, key);

        for (var other : Call.values()) {
            if (other != call) {
                assertRefused(subject.send(other, key), HttpProblem.IDEMPOTENCY_KEY_REUSED);
            }
        }
    }

    @Test
    void a_key_belongs_to_one_path_even_with_the_same_body(EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        var one = server.request(subject.tokens() + "/" + subject.token() + "/resend");
        var bulk = server.request(subject.tokens() + "/bulk/" + subject.bulk() + "/resend");

        assertThat(server.send(one.header("Idempotency-Key", key).POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        assertRefused(
                server.send(bulk.header("Idempotency-Key", key).POST(BodyPublishers.noBody())),
                HttpProblem.IDEMPOTENCY_KEY_REUSED);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_is_refused_where_it_is_malformed(Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);

        assertThat(Refusal.errorsOf(subject.send(call, "two words")))
                .singleElement()
                .satisfies(error ->
                        assertThat(error.getJsonArray("path").getString(0)).isEqualTo("Idempotency-Key"));
    }

    @Test
    void a_key_belongs_to_one_organization(EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        var other = host.add(Tenant.any());
        var first = subject.send(Call.BULK, key);

        var elsewhere = server.send(server.request(server.bulks(other.slug()).getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Call.BULK.body)));

        assertThat(elsewhere.status()).as(elsewhere.body()).isEqualTo(200);
        assertThat(elsewhere.header("Content-Location")).isNotEqualTo(first.header("Content-Location"));
    }

    @ParameterizedTest
    @EnumSource(names = "RESEND_BULK", mode = Mode.EXCLUDE) // to which nothing is refused
    void what_was_refused_may_be_tried_again_with_the_same_key(
            Call call, EnrollmentServer server, HostDirectory host, Database database) {
        var subject = subject(server, host);
        database.update("delete from mdm.windows_enterprise where organization_id = ?", tenant.id());
        database.update(
                "update enrollment.enrollment_token set state = 'DONE', win_device_id = '698efa6ed851667d9c0aec99'"
                        + " where organization_id = ?",
                tenant.id());
        var refused = subject.send(call, key);
        assertThat(refused.status()).as(refused.body()).isGreaterThanOrEqualTo(400);
        database.update(
                "insert into mdm.windows_enterprise (id, organization_id, server_name, contact_email)"
                        + " values (?, ?, 'https://mdm.example', 'it@mdm.example')",
                UUID.randomUUID().toString().replace("-", "").substring(0, 24),
                tenant.id());
        database.update(
                "update enrollment.enrollment_token set state = 'PENDING', win_device_id = null"
                        + " where organization_id = ?",
                tenant.id());

        var again = subject.send(call, key);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    /** A repetition comes although the first request has changed the token. */
    @ParameterizedTest
    @EnumSource(names = {"UPDATE", "REVOKE"})
    void a_repetition_is_not_asked_for_the_state_that_the_first_required(
            Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        var tag = server.get(subject.tokens() + "/" + subject.token()).header("ETag");
        var first = server.send(subject.request(call, key, "").header("If-Match", tag));

        var again = server.send(subject.request(call, key, "").header("If-Match", tag));
        var another = server.send(
                subject.request(call, UUID.randomUUID().toString(), "").header("If-Match", tag));

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertRefused(another, HttpProblem.PRECONDITION_FAILED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CREATE", "UPDATE"})
    void a_repetition_shows_the_token_as_it_is_now(Call call, EnrollmentServer server, HostDirectory host) {
        var subject = subject(server, host);
        var first = subject.send(call, key).data();
        server.send(
                server.request(subject.tokens() + "/" + first.getString("id")).DELETE());

        var again = subject.send(call, key);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.getString("state")).isEqualTo("PENDING");
        assertThat(first.isNull("enrollmentLink")).isFalse();
        assertThat(again.data().getString("state")).isEqualTo("DELETED");
        assertThat(again.data().isNull("enrollmentLink")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_secret_or_personal_is_stored(
            Call call, EnrollmentServer server, HostDirectory host, LocalPostgres postgres) throws SQLException {
        var subject = subject(server, host);
        subject.send(call, key);

        try (var connection = postgres.dataSource().getConnection();
                var query = connection.prepareStatement(
                        "select receipt from enrollment.idempotency_record where organization_id = ?")) {
            query.setString(1, tenant.id());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).doesNotContain("mdmenr_", "@", "http", key, "Code", "once");
            }
        }
    }

    /**
     * The claim is an advisory lock of the database, so whoever holds it stands for a request at work on another node.
     */
    @ParameterizedTest
    @EnumSource
    void a_request_that_is_still_running_anywhere_is_a_conflict(
            Call call, EnrollmentServer server, HostDirectory host, LocalPostgres postgres) throws SQLException {
        var subject = subject(server, host);
        try (var node = postgres.dataSource().getConnection()) {
            node.setAutoCommit(false);
            try (var claim = node.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
                var hash = HexFormat.of().formatHex(Sha256.hash(key.getBytes(US_ASCII)));
                claim.setString(1, tenant.id() + "\nadmin@acme.example\n" + hash);
                claim.execute();
            }

            var reply = subject.send(call, key);

            assertRefused(reply, HttpProblem.STILL_RUNNING);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            node.rollback();
        }
        assertThat(subject.send(call, key).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void of_many_with_one_key_at_once_one_is_carried_out(
            Call call, EnrollmentServer server, HostDirectory host, Database database) {
        var subject = subject(server, host);
        var before = audited(database);

        var all = IntStream.range(0, 4)
                .mapToObj(i -> startedAtOnce(() -> subject.send(call, key)))
                .toList();
        var replies = all.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Reply::status).isSubsetOf(List.of(200, 409));
        var carriedOut = replies.stream()
                .filter(reply -> reply.status() == 200)
                .filter(reply ->
                        reply.headers().firstValue("Idempotency-Replayed").isEmpty());
        assertThat(carriedOut).hasSize(1);
        assertThat(audited(database)).isEqualTo(before + 1);
    }

    private int audited(Database database) {
        return (int) database.number(
                "select count(*) from enrollment.enrollment_audit where organization_id = ?", tenant.id());
    }

    private static <T> CompletableFuture<T> startedAtOnce(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, work -> new Thread(work).start());
    }
}
