package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @Test
    void opening_a_link_changes_nothing(EnrollmentServer server, HostDirectory host, Database database) {
        var token = token(server, host);
        var path = URI.create(token.getString("enrollmentLink")).getPath();
        var before = row(database, token);

        for (int i = 0; i < 20; i++) {
            assertThat(server.open(path).status()).isEqualTo(200);
            var head = server.send(server.asNobody().request(path).method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertGuarded(head);
        }
        assertThat(row(database, token)).isEqualTo(before);
    }

    @Test
    void a_live_link_shows_where_to_enroll_and_keeps_its_secret(EnrollmentServer server, HostDirectory host) {
        var link = token(server, host).getString("enrollmentLink");
        var page = server.open(link);

        assertThat(page.status()).isEqualTo(200);
        assertGuarded(page);
        assertThat(page.body())
                .contains(tenant.name(), "ms-device-enrollment:", tenant.address("ana"))
                .doesNotContain("<script", "<img", "<link", "src=", "href=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nothing", "/mdmenr_", "/a%0Ab", "/%3Cscript%3E", "/a/b"})
    void what_was_never_a_link_is_not_found(String credential, EnrollmentServer server) {
        var page = server.asNobody().sendRaw("GET /enroll" + credential + " HTTP/1.0\nHost: localhost", "");
        assertThat(page.status()).as(page.body()).isEqualTo(404);
        assertGuarded(page);
        assertThat(page.body()).contains("There is no such link").doesNotContain("script>");
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

    /** Changed in the row, because nothing in this issue redeems or revokes, and the shortest life of a token is a minute. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'DELETED'|It was taken back",
                "state = 'DONE', win_device_id = '0123456789abcdef01234567'|already been enrolled",
                "expire_at = now() - interval '1 second'|Its time is over",
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
                .contains(reason, "ask whoever invited you")
                .doesNotContain("ms-device-enrollment", tenant.address("ana"), tenant.name());
    }

    @Test
    void a_link_that_has_ended_is_explained_in_the_readers_language(EnrollmentServer server) {
        var page = server.send(
                server.asNobody().request("/enroll/nothing").header("Accept-Language", "xx, es-MX;q=0.8, en;q=0.5"));

        assertThat(page.body()).contains("<html lang=\"es\">");
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

    private static void assertGuarded(Reply page) {
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe", "http");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
