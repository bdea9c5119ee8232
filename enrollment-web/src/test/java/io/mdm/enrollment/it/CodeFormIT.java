package io.mdm.enrollment.it;

import static io.mdm.enrollment.it.PageRules.assertGuarded;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.ForgedLinks;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Reply;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFormIT extends SharedServer {
    private final Tenant tenant = Tenant.any();

    @ParameterizedTest
    @ValueSource(strings = {"/enroll", "/enroll/"})
    void address_and_code_open_the_same_page(String form, EnrollmentServer server, HostDirectory host) {
        var token = token(server, host);
        var page = server.asNobody().get(form);
        assertThat(page.status()).isEqualTo(200);
        assertGuarded(page);

        var reply = server.typeCode(
                form, tenant.address("ANA"), token.getString("enrollCode").toLowerCase(Locale.ROOT));

        assertThat(reply.status()).isEqualTo(303);
        assertGuarded(reply);
        var personal = URI.create(form).resolve(reply.header("Location"));
        assertThat(personal.getPath())
                .isEqualTo(URI.create(token.getString("enrollmentLink")).getPath());
        assertThat(server.open(personal.toString()).body()).contains("ms-device-enrollment:");
    }

    @Test
    void address_and_code_may_be_pasted_as_mail_programs_and_phones_write_them(
            EnrollmentServer server, HostDirectory host) {
        var code = token(server, host).getString("enrollCode").replace('-', '\u2013');

        var reply = server.typeCode("/enroll", "Ana <" + tenant.address("ana") + ">;\u200b", code + ".");

        assertThat(reply.status()).isEqualTo(303);
    }

    @Test
    void the_form_tells_nobody_who_was_invited(EnrollmentServer server, HostDirectory host) {
        var code = token(server, host).getString("enrollCode");
        var wrongCode = server.typeCode("/enroll", tenant.address("ana"), "22222-22222");
        var nobody = server.typeCode("/enroll", tenant.address("bob"), code);

        assertThat(wrongCode.status()).isEqualTo(303);
        assertGuarded(wrongCode);
        assertThat(wrongCode.header("Location")).isEqualTo("enroll?lang=en&again");
        assertThat(nobody.status()).isEqualTo(303);
        assertThat(nobody.header("Location")).isEqualTo(wrongCode.header("Location"));
        assertThat(nobody.body()).isEqualTo(wrongCode.body());
        var again = server.asNobody().get("/enroll?lang=en&again");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).contains("role=\"alert\"");
    }

    @ParameterizedTest
    @CsvSource({"/, enroll", "/Enroll, enroll", "/ENROLL/, ../enroll/", "/Enroll/mdmenr_X, ../enroll/mdmenr_X"})
    void what_people_type_in_place_of_the_page_leads_to_it(String typed, String page, EnrollmentServer server) {
        var reply = server.asNobody().get(typed);

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, 415, email=a",
        "text/plain, 415, email=a",
        "application/x-www-form-urlencoded;charset=iso-8859-1, 415, email=a",
        "application/x-www-form-urlencoded, 400, email=%C3",
        "application/x-www-form-urlencoded, 400, email=%4",
        "application/x-www-form-urlencoded, 400, email=a&email=b",
        "application/x-www-form-urlencoded;charset=utf-8, 303, ''",
        "application/x-www-form-urlencoded; charset=utf8, 303, ''",
        "application/x-www-form-urlencoded; charset=UTF-8, 303, email=%00&code=%F0%9F%99%82"
    })
    void what_is_no_such_form_is_answered_by_a_page(String type, int status, String body, EnrollmentServer server) {
        var reply = server.send(server.asNobody()
                .request("/enroll")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));

        assertThat(reply.status()).isEqualTo(status);
        assertGuarded(reply);
    }

    @Test
    void a_form_that_is_too_large_is_answered_by_a_page(EnrollmentServer server) {
        assertThat(server.typeCode("/enroll", "a".repeat(5_000), "x").status()).isEqualTo(413);
    }

    /** Row 25 of what can go wrong, as the server sees it; {@code EnrollPagesTest} guesses ten thousand times. */
    @Test
    void who_guesses_too_often_is_told_to_wait_and_others_are_not(EnrollmentServer server, HostDirectory host) {
        var token = token(server, host);
        var link = URI.create(token.getString("enrollmentLink")).getPath();
        Supplier<HttpRequest.Builder> guess = () -> guess(server).setHeader("X-Client-Address", "6.6.6.6, 2001:db8::1");
        for (int each = 0; each < 60; each++) {
            var wrong = server.send(guess.get());
            assertThat(wrong.status()).isEqualTo(303);
            assertGuarded(wrong);
        }
        // there is one guess more for every ten seconds that this takes
        var refused = Stream.generate(() -> server.send(guess.get()))
                .limit(1_000)
                .dropWhile(reply -> reply.status() == 303)
                .findFirst()
                .orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertGuarded(refused);
        assertThat(refused.header("Retry-After")).matches("[1-9]|10");
        assertThat(server.send(server.asNobody().request(link).setHeader("X-Client-Address", "2001:db8::2"))
                        .status())
                .as("a good link on the same subscriber's line")
                .isEqualTo(200);
        assertThat(server.send(guess(server).setHeader("X-Client-Address", "6.6.6.6"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_hundred_damaged_links_leave_the_right_code_of_their_network_alone(
            EnrollmentServer server, HostDirectory host) {
        var token = token(server, host);
        var damaged = URI.create(token.getString("enrollmentLink")).getPath().toLowerCase(Locale.ROOT);

        for (int each = 0; each < 100; each++) {
            assertThat(server.send(fromOffice(server.asNobody().request(damaged)))
                            .status())
                    .isEqualTo(404);
        }

        assertThat(server.send(fromOffice(form(server, tenant.address("ana"), token.getString("enrollCode"))))
                        .status())
                .isEqualTo(303);
    }

    /** A checksum is no secret: whoever knows the format makes links that have to be looked up. */
    @Test
    void links_with_a_right_checksum_that_open_nothing_are_guesses(EnrollmentServer server) {
        var forged = Stream.generate(() -> server.send(server.asNobody()
                        .request("/enroll/" + ForgedLinks.next())
                        .setHeader("X-Client-Address", "198.51.100.77")))
                .limit(1_000)
                .map(Reply::status)
                .takeWhile(status -> status != 429)
                .toList();

        assertThat(forged).containsOnly(404).hasSizeBetween(60, 999);
    }

    private static HttpRequest.Builder fromOffice(HttpRequest.Builder request) {
        return request.setHeader("X-Client-Address", "198.51.100.99");
    }

    @Test
    void each_form_counts_once(EnrollmentServer server, HostDirectory host) {
        long before = wrongCodes(host);

        for (int each = 0; each < 500; each++) {
            assertThat(server.send(guess(server)).status()).isEqualTo(303);
        }

        assertThat(wrongCodes(host) - before).isEqualTo(500);
    }

    /** For addresses without a token. */
    private static long wrongCodes(HostDirectory host) {
        return host.database().number("select sum(code_tries)::bigint from enrollment.code_decoy");
    }

    private static HttpRequest.Builder guess(EnrollmentServer server) {
        return form(server, "nobody@guess.example", "22222-22222");
    }

    private static HttpRequest.Builder form(EnrollmentServer server, String email, String code) {
        return server.asNobody()
                .request("/enroll")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("email=" + email + "&code=" + code));
    }

    private JsonObject token(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        return server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
    }
}
