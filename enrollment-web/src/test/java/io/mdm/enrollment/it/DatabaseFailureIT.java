package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures that the database itself reports: triggers raise them. */
class DatabaseFailureIT extends SharedServer {
    private static final List<String> UNAVAILABLE = List.of("25006", "40001", "40P01", "53100", "55P03", "57014");

    private Database database;
    private Tenant tenant;

    @BeforeEach
    void prepare(Database shared, HostDirectory host) {
        database = shared;
        tenant = host.add(Tenant.any());
        database.update("create sequence enrollment.conflicts");
    }

    @AfterEach
    void mend() {
        database.update("drop function if exists enrollment.fail() cascade");
        database.update("drop sequence enrollment.conflicts");
    }

    @Test
    void every_state_that_does_not_lie_in_the_request_asks_to_come_back(EnrollmentServer server) {
        for (var state : UNAVAILABLE) {
            failAlways("insert on enrollment.enrollment_batch", state);

            assertUnavailable(state, server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"))));
        }
        assertThat(batches()).isZero();
    }

    @Test
    void at_the_commit_it_is_the_same(EnrollmentServer server) {
        for (var state : UNAVAILABLE) {
            failAtCommit(state);

            assertUnavailable(state, server.postBulk(tenant, BulkBody.inviting(tenant.address("ana"))));
        }
        assertThat(batches()).isZero();
    }

    @Test
    void a_conflict_with_another_transaction_is_repeated_unseen(EnrollmentServer server) {
        for (var state : List.of("40001", "40P01")) {
            failOnce("insert on enrollment.invitation", state);

            var reply = server.send(server.request(server.bulks(tenant.slug()).getRawPath())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", state)
                    .POST(BodyPublishers.ofString(
                            BulkBody.inviting(tenant.address("ana")).json().toString())));

            assertThat(reply.status()).as(state).isEqualTo(200);
            assertThat(reply.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(server.reportOf(reply).getInt("success")).isEqualTo(1);
        }
        assertThat(batches()).isEqualTo(2);
    }

    @Test
    void redemption_and_page_say_so_too(EnrollmentServer server) {
        var bulk = server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("ana"), tenant.address("bob")).withoutMail());
        var codeOfBob =
                server.reportOf(bulk).getJsonArray("items").getJsonObject(1).getString("enrollCode");
        failAlways("update on enrollment.enrollment_token", "25006");

        assertUnavailable("redeem", server.postProof(tenant, "redeem", proof(tenant.address("bob"), codeOfBob)));

        var page = server.typeCode("/enroll", tenant.address("ana"), codeOfBob); // a wrong one, which is counted
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
    }

    private static JsonObject proof(String address, String code) {
        return Json.createObjectBuilder()
                .add("email", address)
                .add("enrollCode", code)
                .add("winDeviceId", "698efa6ed851667d9c0aec99")
                .build();
    }

    private static void assertUnavailable(String state, Reply reply) {
        assertThat(reply.status()).as(state).isEqualTo(503);
        assertThat(reply.errorCode()).as(state).isEqualTo(3002);
        assertThat(reply.headers().firstValue("Retry-After")).as(state).isPresent();
    }

    private void failAlways(String event, String state) {
        fail("", state);
        database.update("create trigger fails before " + event + " for each row execute function enrollment.fail()");
    }

    /** A sequence goes on although the transaction is rolled back. */
    private void failOnce(String event, String state) {
        database.update("alter sequence enrollment.conflicts restart");
        fail("if nextval('enrollment.conflicts') > 1 then return new; end if;", state);
        database.update("create trigger fails before " + event + " for each row execute function enrollment.fail()");
    }

    private void failAtCommit(String state) {
        fail("", state);
        database.update("""
                create constraint trigger fails after insert on enrollment.enrollment_batch deferrable initially deferred
                for each row execute function enrollment.fail()
                """);
    }

    private void fail(String unless, String state) {
        database.update("drop function if exists enrollment.fail() cascade");
        database.update("""
                create function enrollment.fail() returns trigger language plpgsql as $$ begin
                  %s
                  raise exception 'as a test wishes' using errcode = '%s';
                end $$
                """.formatted(unless, state));
    }

    private long batches() {
        return database.number(
                "select count(*) from enrollment.enrollment_batch where organization_id = ?", tenant.id());
    }
}
