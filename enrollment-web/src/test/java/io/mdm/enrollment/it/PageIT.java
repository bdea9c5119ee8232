package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.PageRules.assertGuarded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.ServerProduct;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    /** Row 22 of what can go wrong: mail scanners. */
    @Test
    void opening_a_link_a_thousand_times_changes_nothing(
            EnrollmentServer server, HostDirectory host, Database database) {
        var token = token(server, host);
        var path = URI.create(token.getString("enrollmentLink")).getPath();
        var before = row(database, token);

        for (int i = 0; i < 1_000; i++) {
            assertThat(server.open(path).status()).isEqualTo(200);
            var head = server.send(server.asNobody().request(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertGuarded(head);
        }
        assertThat(row(database, token)).isEqualTo(before);
        var proof = Json.createObjectBuilder()
                .add("token", path.substring(path.lastIndexOf('/') + 1))
                .add("winDeviceId", "0123456789abcdef01234567")
                .build();
        assertThat(server.postProof(tenant, "redeem", proof).status()).isEqualTo(200);
    }

    @Test
    void a_live_link_shows_where_to_enroll_and_keeps_its_secret(EnrollmentServer server, HostDirectory host) {
        var link = token(server, host).getString("enrollmentLink");
        var page = server.open(link);

        assertThat(page.status()).isEqualTo(200);
        assertGuarded(page);
        assertThat(page.body())
                .contains(tenant.name(), "ms-device-enrollment:", tenant.address("ana"))
                .doesNotContain("<img", "<link", "src=", "href=\"http", "url(");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "%3E", ",", "%20", "%0D%0A", "/", "=", "%E2%80%9D", "%3E."})
    void what_mail_programs_add_to_a_link_is_dropped(String end, EnrollmentServer server, HostDirectory host) {
        assumeTrue(ServerProduct.chosen().passesOn(end));
        var path = URI.create(token(server, host).getString("enrollmentLink")).getPath();

        var page = server.asNobody().sendRaw("GET " + path + end + " HTTP/1.0\nX-Client-Address: 192.0.2.3", "");

        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertGuarded(page);
        var credential = path.substring(path.lastIndexOf('/') + 1);
        assertThat(page.body()).contains("accesstoken=" + credential + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/mdmenr_", "/a%0Ab", "/%3Cscript%3E", "/a/b"})
    void what_was_never_a_link_is_not_found(String credential, EnrollmentServer server) {
        assumeTrue(ServerProduct.chosen().passesOn(credential));
        var page = server.asNobody().sendRaw("GET /enroll" + credential + " HTTP/1.0\nX-Client-Address: 192.0.2.2", "");
        assertThat(page.status()).as(page.body()).isEqualTo(404);
        assertGuarded(page);
        assertThat(page.body()).contains("There is no such link").doesNotContain("<script>alert", "&lt;script");
    }

    @Test
    void a_mistyped_link_is_not_found(EnrollmentServer server, HostDirectory host) {
        var link = token(server, host).getString("enrollmentLink");
        var mistyped = link.substring(0, link.length() - 1) + (link.endsWith("x") ? "y" : "x");

        assertThat(server.open(link).status()).isEqualTo(200);
        assertThat(server.open(mistyped).status()).isEqualTo(404);
        assertThat(server.open(link + "x").status()).isEqualTo(404);
        assertThat(server.open(link.substring(0, link.length() - 1)).status()).isEqualTo(404);
    }

    @Test
    void a_link_whose_token_is_gone_is_not_found(EnrollmentServer server, HostDirectory host, Database database) {
        var token = token(server, host);
        // what a purge does one day
        database.update("delete from enrollment.enrollment_token where id = ?", token.getString("tokenId"));

        assertThat(server.open(token.getString("enrollmentLink")).status()).isEqualTo(404);
    }

    /** Changed in the row, because the shortest life of a token is a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'DELETED'|It was withdrawn on",
                "state = 'DONE', win_device_id = '0123456789abcdef01234567'|A device has been enrolled with this link",
                "expire_at = now() - interval '1 second'|It ended on",
                "generation = generation + 1|a newer link"
            })
    void a_link_that_has_ended_says_why_and_whom_to_ask(
            String change, String reason, EnrollmentServer server, HostDirectory host, Database database) {
        var token = token(server, host);
        database.update(
                "update enrollment.enrollment_token set " + change + " where id = ?", token.getString("tokenId"));

        var page = server.open(token.getString("enrollmentLink"));
        assertThat(page.status()).isEqualTo(410);
        assertGuarded(page);
        assertThat(page.body())
                .contains(reason, tenant.name(), tenant.address("support"))
                .doesNotContain("ms-device-enrollment", tenant.address("ana"));
    }

    @Test
    void an_unknown_link_is_explained_in_the_readers_language(EnrollmentServer server) {
        var page = server.send(
                server.asNobody().request("/enroll/nothing").header("Accept-Language", "xx, es-MX;q=0.8, en;q=0.5"));

        assertThat(page.body()).contains("<html lang=\"es\"");
    }

    /** Row 23 of what can go wrong: as long as somebody holds every table, whatever reads one waits. */
    @Test
    void a_mistyped_link_costs_no_question_to_the_database(
            EnrollmentServer server, HostDirectory host, Database database) throws SQLException {
        var link = token(server, host).getString("enrollmentLink");
        var mistyped = link.substring(0, link.length() - 1) + (link.endsWith("x") ? "y" : "x");
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table enrollment.enrollment_token, enrollment.enrollment_batch, mdm.organization");
            var genuine = CompletableFuture.supplyAsync(() -> server.open(link));

            assertThat(server.open(mistyped).status()).isEqualTo(404);
            assertThat(server.open(mistyped).status()).isEqualTo(404);
            assertThat(genuine).as("a question that waits").isNotDone();
            connection.rollback();
            assertThat(genuine.join().status()).isEqualTo(200);
        }
    }

    private JsonObject token(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        return server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
    }

    private static String row(Database database, JsonObject token) {
        return database.texts(
                        "select t::text from enrollment.enrollment_token t where id = ?", token.getString("tokenId"))
                .get(0);
    }
}
