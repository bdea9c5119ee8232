package io.mdm.enrollment.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.postgres.LocalPostgres;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A repeated request invites nobody twice (the header Idempotency-Key). */
class IdempotencyIT extends SharedServer {
    private final String key = UUID.randomUUID().toString();
    private final String body = "{\"sendEmail\":false,\"userEmails\":[\"%s@idempotency.example\"]}".formatted(key);

    @Test
    void a_repeated_request_is_answered_as_the_first_was(EnrollmentServer server) {
        var first = post(server, key, body);
        var again = post(server, '"' + key + '"', body);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Location")).isEqualTo(first.header("Content-Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_key_belongs_to_one_body(EnrollmentServer server) {
        post(server, key, body);

        var other = post(server, key, body + " ");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.errorCode()).isEqualTo(3000);
    }

    @Test
    void a_key_belongs_to_one_organization(EnrollmentServer server) {
        var first = post(server, key, body);
        var elsewhere = server.send(server.request(server.bulks("tiny").getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));

        assertThat(elsewhere.header("Content-Location")).isNotEqualTo(first.header("Content-Location"));
    }

    @Test
    void what_was_refused_may_be_tried_again_with_the_same_key(EnrollmentServer server) {
        assertThat(post(server, key, "{}").status()).isEqualTo(400);

        assertThat(post(server, key, body).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
    }

    /**
     * The claim is an advisory lock of the database, so whoever holds it stands for a request at work on another node.
     */
    @Test
    void a_request_that_is_still_running_anywhere_is_a_conflict(EnrollmentServer server, LocalPostgres postgres)
            throws SQLException {
        try (var node = postgres.dataSource().getConnection()) {
            node.setAutoCommit(false);
            try (var claim = node.prepareStatement("select pg_try_advisory_xact_lock(hashtextextended(?, 1))")) {
                var hash = HexFormat.of().formatHex(Sha256.hash(key.getBytes(US_ASCII)));
                claim.setString(1, "698efa6ed851667d9c0aec88\nadmin@acme.example\n" + hash);
                claim.execute();
            }

            var reply = post(server, key, body);

            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.errorCode()).isEqualTo(5001);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            node.rollback();
        }
        assertThat(post(server, key, body).status()).isEqualTo(200);
    }

    private static Reply post(EnrollmentServer server, String key, String body) {
        return server.send(server.request(server.bulks("acme").getRawPath())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }
}
