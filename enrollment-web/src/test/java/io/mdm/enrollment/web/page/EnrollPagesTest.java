package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import io.mdm.enrollment.domain.InMemoryEvent;
import io.mdm.enrollment.web.metric.RateLimited;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which page a reader is shown. */
class EnrollPagesTest {
    private static final String EVIL = "<img src=x onerror=alert(1)>\"'&https://evil.example";
    private static final CodeFormBody TYPED = new CodeFormBody(PageExamples.ADDRESS, PageExamples.CODE);

    private Instant now = PageExamples.NOW;
    private final InMemoryTokens tokens = new InMemoryTokens(PageExamples.token(null));
    private final InMemoryNetworkGuesses guesses = new InMemoryNetworkGuesses(() -> now);
    private final InMemoryEvent<RateLimited> limited = new InMemoryEvent<>();
    private final EnrollPages pages =
            PageExamples.pages(tokens, PageExamples.organization("Acme"), new GuessLimit(guesses, () -> now), limited);

    /** Row 25 of what can go wrong: guessing. */
    @Test
    void ten_thousand_forged_links_from_one_address_are_not_found_and_then_too_many_and_others_do_not_notice() {
        var guesser = PageExamples.from("192.0.2.1");
        var counts = IntStream.range(0, 10_000)
                .mapToObj(guess -> pages.ofLink(guesser, PageExamples.FORGED + guess))
                .peek(page ->
                        assertThat(page.headers().containsKey("Retry-After")).isEqualTo(page.status() == 429))
                .collect(Collectors.groupingBy(Page::status, Collectors.counting()));

        assertThat(counts).containsOnly(Map.entry(404, (long) GuessLimit.MAX_GUESSES), Map.entry(429, 9_940L));
        assertThat(limited.fired()).hasSize(9_940).containsOnly(RateLimited.GUESSES);
        assertThat(pages.ofLink(PageExamples.from("192.0.2.2"), PageExamples.FORGED)
                        .status())
                .isEqualTo(404);
        assertThat(pages.ofLink(guesser, PageExamples.CREDENTIAL).status())
                .as("who has a good link, in the same office")
                .isEqualTo(200);
    }

    @Test
    void damaged_links_count_nothing_and_leave_the_right_code_alone() {
        var scanner = PageExamples.from("192.0.2.1");

        assertThat(IntStream.range(0, 10_000).mapToObj(each -> pages.ofLink(scanner, "mdmenr_dama" + each)))
                .extracting(Page::status)
                .containsOnly(404);
        assertThat(guesses.questions()).isZero();
        assertThat(pages.ofForm(scanner, TYPED).status()).isEqualTo(303);
    }

    @Test
    void what_cannot_be_a_code_counts_nothing() {
        var reader = PageExamples.from("192.0.2.1");

        assertThat(IntStream.range(0, 10 * GuessLimit.MAX_GUESSES)
                        .mapToObj(each -> pages.ofForm(reader, new CodeFormBody(PageExamples.ADDRESS, ""))))
                .extracting(page -> page.headers().get("Location"))
                .containsOnly("./?lang=en&again");
        assertThat(pages.ofForm(reader, TYPED).status()).isEqualTo(303);
    }

    @Test
    void after_too_many_guesses_the_form_asks_nobody_until_one_more_is_allowed() {
        var guesser = PageExamples.from("192.0.2.1");
        IntStream.range(0, GuessLimit.MAX_GUESSES)
                .forEach(guess -> pages.ofForm(guesser, new CodeFormBody("a@b.example", "x")));
        int asked = tokens.questions();

        var refused = pages.ofForm(guesser, TYPED);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsEntry("Retry-After", "10");
        assertThat(tokens.questions()).isEqualTo(asked);
        assertThat(limited.fired()).containsExactly(RateLimited.GUESSES);

        now = now.plus(GuessLimit.ONE_MORE);
        assertThat(pages.ofForm(guesser, TYPED).status()).isEqualTo(303);
        assertThat(pages.ofForm(guesser, TYPED).status())
                .as("right ones are no guesses")
                .isEqualTo(303);
    }

    @Test
    void address_and_code_lead_to_the_personal_link() {
        assertThat(pages.ofForm(PageExamples.from("192.0.2.1"), TYPED).headers())
                .containsEntry("Location", "./" + PageExamples.CREDENTIAL)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer");
    }

    @Test
    void what_mail_programs_and_people_add_to_a_link_or_an_address_does_not_matter() {
        var reader = PageExamples.from("192.0.2.1");
        var pasted = new CodeFormBody("Ana <" + PageExamples.ADDRESS + ">,", PageExamples.CODE);

        assertThat(pages.ofLink(reader, PageExamples.CREDENTIAL + ".\r\n"))
                .isEqualTo(pages.ofLink(reader, PageExamples.CREDENTIAL));
        assertThat(pages.ofForm(reader, pasted)).isEqualTo(pages.ofForm(reader, TYPED));
    }

    @Test
    void an_address_that_was_not_invited_and_a_wrong_code_are_the_same() {
        var pageRequest = PageExamples.from("192.0.2.1");
        var nobody = pages.ofForm(pageRequest, new CodeFormBody("nobody@acme.example", PageExamples.CODE));
        var wrong = pages.ofForm(pageRequest, new CodeFormBody(PageExamples.ADDRESS, "22222-22222"));

        assertThat(nobody.status()).isEqualTo(303);
        assertThat(nobody.headers()).containsEntry("Location", "./?lang=en&again");
        assertThat(nobody).isEqualTo(wrong);
        var again = pages.form(PageExamples.again());
        assertThat(again.status()).isEqualTo(200);
        assertThat(Jsoup.parse(again.html()).select("[role=alert]")).hasSize(1);
        assertThat(again.html()).doesNotContain(PageExamples.CODE, "Acme");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"UNKNOWN", "NOT_YET"},
            mode = EnumSource.Mode.EXCLUDE)
    void what_has_ended_says_so_and_whom_to_ask_in_its_own_language(Reason reason) {
        tokens.ended(reason);
        var byLink = pages.ofLink(PageExamples.from("192.0.2.1"), PageExamples.CREDENTIAL);
        var byCode = pages.ofForm(PageExamples.from("192.0.2.1"), TYPED);

        assertThat(byLink.status()).isEqualTo(410);
        assertThat(byCode).isEqualTo(byLink);
        var page = Jsoup.parse(byLink.html());
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo("es");
        assertThat(page.text()).contains("Acme", "it@acme.example", "+34 600 000 000");
        assertThat(page.text().contains("23 de noviembre de 2026"))
                .as("the day of the end")
                .isEqualTo(reason != Reason.REPLACED);
        assertThat(page.html()).doesNotContain("ms-device-enrollment", PageExamples.ADDRESS, PageExamples.CODE);
        assertThat(page.select(".contact a").eachAttr("href"))
                .containsExactly("mailto:it@acme.example", "tel:+34600000000");
    }

    @Test
    void a_link_before_its_time_says_when_it_works() {
        tokens.ended(Reason.NOT_YET);
        var page = pages.ofLink(PageExamples.from("192.0.2.1"), PageExamples.CREDENTIAL);

        assertThat(page.status()).isEqualTo(404);
        assertThat(Jsoup.parse(page.html()).text())
                .contains("todav\u00eda no", "23 de noviembre de 2026", "10:00", "Acme");
        assertThat(page.html()).doesNotContain("ms-device-enrollment", PageExamples.ADDRESS, PageExamples.CODE);
    }

    @Test
    void the_link_of_a_preview_says_so_and_is_no_guess() {
        for (int i = 0; i < 100; i++) {
            var page = pages.ofLink(PageExamples.from("192.0.2.1"), "preview");
            assertThat(page.status()).isEqualTo(404);
            assertThat(Jsoup.parse(page.html()).text()).contains("This is a preview");
        }
    }

    @Test
    void who_proves_nothing_learns_nothing() {
        var page = pages.ofLink(PageExamples.from("192.0.2.1"), "mdmenr_nothing");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).doesNotContain("Acme", "it@acme.example", PageExamples.ADDRESS);
    }

    @Test
    void names_are_isolated_from_the_direction_of_the_page_and_stay_on_one_line() {
        var acme = "\u05d0\u05e7\u05de\u05d4 50%";
        var page = page(
                Device.WINDOWS,
                PageExamples.token("\u0645\u062f\u0631\u064a\u062f (3)"),
                "\u202e" + acme + "\r\n\u2066");

        assertThat(page.select("bdi").eachText()).contains(acme, "\u0645\u062f\u0631\u064a\u062f (3)");
        assertThat(page.select("h1 bdi, .inviter bdi, .lead bdi, .contact bdi").eachText())
                .hasSize(5)
                .containsOnly(acme);
        assertThat(page.title()).contains("\u2068" + acme + "\u2069");
        assertThat(page.body().html()).doesNotContainPattern("[\u202a-\u202e\u2066-\u2069]");
    }

    @Test
    void the_button_is_exactly_the_documented_link() {
        var link = page(Device.WINDOWS, PageExamples.token(null), "Acme")
                .expectFirst("a.button")
                .attr("href");

        assertThat(link)
                .isEqualTo("ms-device-enrollment:?mode=mdm&username=ana%2Btest%40acme.example"
                        + "&servername=https%3A%2F%2Fmdm.acme.example%2FEnrollmentServer%2FDiscovery.svc%3Fa%3Db%26c"
                        + "&accesstoken=mdmenr_0123456789");
        assertThat(URI.create(link)).hasScheme("ms-device-enrollment");
    }

    @Test
    void what_cannot_be_enrolled_is_told_where_to_go_and_has_no_button() {
        var phone = page(Device.ANOTHER, PageExamples.token(null), "Acme");

        assertThat(phone.select("a.button")).isEmpty();
        assertThat(phone.text()).contains("https://mdm.example/enroll", PageExamples.ADDRESS);
        assertThat(phone.expectFirst("input.code").val()).isEqualTo(PageExamples.CODE);
    }

    @Test
    void a_device_that_does_not_say_what_it_is_is_told_both() {
        var both = page(Device.UNKNOWN, PageExamples.token(null), "Acme");

        assertThat(both.select("a.button")).hasSize(1);
        assertThat(both.text()).contains("https://mdm.example/enroll");
        assertThat(both.select("input.code")).hasSize(2);
    }

    /** Row 20 of what can go wrong: markup in what others write. */
    @ParameterizedTest
    @EnumSource(Device.class)
    void markup_in_names_is_text(Device device) {
        var page = page(device, PageExamples.token(EVIL), EVIL);

        assertThat(page.select("img, [onerror]")).isEmpty();
        assertThat(page.title()).contains(device.mayEnroll() ? EVIL : "Windows");
        assertThat(page.expectFirst(".inviter").text()).isEqualTo(EVIL);
        assertThat(page.text()).contains(EVIL);
        assertThat(page.select("a[href*=evil]")).isEmpty();
    }

    @Test
    void the_reader_chooses_the_language_and_else_the_token_does() {
        assertThat(language(Optional.empty(), PageExamples.CREDENTIAL)).isEqualTo("es");
        assertThat(language(Optional.of(Language.RU), PageExamples.CREDENTIAL)).isEqualTo("ru");
        assertThat(language(Optional.empty(), "nothing")).isEqualTo("en");
        assertThat(language(Optional.of(Language.ZH), "nothing")).isEqualTo("zh");
    }

    private String language(Optional<Language> chosen, String credential) {
        var html = pages.ofLink(PageExamples.pageRequest(Device.WINDOWS, chosen), credential)
                .html();
        return Jsoup.parse(html).expectFirst("html").attr("lang");
    }

    private static Document page(Device device, IssuedToken token, String organization) {
        var page = PageExamples.pages(new InMemoryTokens(token), PageExamples.organization(organization))
                .ofLink(PageExamples.pageRequest(device, Optional.of(Language.EN)), PageExamples.CREDENTIAL);
        assertThat(page.status()).isEqualTo(200);
        return Jsoup.parse(page.html());
    }
}
