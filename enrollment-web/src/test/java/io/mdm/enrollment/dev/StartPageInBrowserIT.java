package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.Chromium.On;
import io.mdm.enrollment.support.Patience;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.OutputType;

/** The start page of the development server, clicked through. Each test invites people of a domain of its own. */
@Tag("browser")
class StartPageInBrowserIT {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static DevelopmentServer server;

    private Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        server = DevelopmentServer.started();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        browser = Chromium.start();
        browser.on(On.WINDOWS).wide(1280).preferring("light").open(server.page());
        awaitText("#health", "Healthy");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_campaign_is_followed_from_the_list_to_the_last_enrolled_device() {
        new Campaign(server.asAdministrator(), server.letters(), browser).run();
    }

    @Test
    void a_dropped_file_is_checked_looked_at_scheduled_and_reported() {
        new Preparation(server.asAdministrator(), server.letters(), browser.in("UTC")).run();
    }

    @Test
    void a_suggestion_is_taken_by_one_click() {
        browser.paste(
                "#invite [name=addresses]", "\u201Cana@suggested.example\u201D\nbob@suggested.example\nnobody@home");
        browser.click("#check");
        awaitText("#before .figures", "3 on the list 1 would be invited 2 would not");

        browser.value(
                "[...find('#before').querySelectorAll('button')].find((one) => one.textContent === 'Use ana@suggested.example').click() ?? ''");

        awaitText("#before .figures", "3 on the list 2 would be invited 1 would not");
        assertThat(browser.value("find('#invite').addresses.value"))
                .isEqualTo("ana@suggested.example\nbob@suggested.example\nnobody@home");
    }

    @Test
    void what_lies_on_the_clipboard_is_sent_as_addresses_and_the_rest_stays_visible() {
        browser.paste("#invite [name=addresses]", """
                Name\tE-mail\tOffice\r
                Ana Ruiz\tana@pasted.example\tMadrid\r
                "Li, Bo"\tBO.LI@pasted.example\t\r
                "Ruiz, Ana" <ana@pasted.example>; 'carla@pasted.example'; Dan O'Neil <mailto:dan@pasted.example>,\r
                see <eve@pasted.example>. fritz@pasted,\u200B"gina@pasted.example"\r
                nobody at home""");

        assertThat(browser.text("#count")).isEqualTo("Found: 8");
        assertThat(browser.text("#others"))
                .endsWith("“Name”, “E-mail”, “Office”, “Ana Ruiz”, “Madrid”, “\"Li Bo\"”, “nobody at home”");
        assertReadable("pasted");

        browser.click("#send");
        awaitText("#report .figures", "8 on the list 6 invited");
        assertThat(browser.text("#report .rows").lines())
                .containsSubsequence("ana@pasted.example", "duplicate", "fritz@pasted", "invalid");
    }

    @Test
    void mails_that_fail_on_purpose_are_told_in_the_report() {
        browser.paste(
                "#invite [name=addresses]", "ana@failing.example refused+1@failing.example LATER+1@failing.example");
        browser.click("#send");

        Patience.await("the failures")
                .untilAsserted(
                        () -> assertThat(browser.text("#report .rows").replace('\n', ' '))
                                .contains("ana@failing.example not enrolled mail sent")
                                .contains(
                                        "refused+1@failing.example not enrolled mail failed Personal page The mail server replied 550.")
                                .contains(
                                        "LATER+1@failing.example not enrolled mail deferred Personal page The mail server replied 451. Next attempt:"));
        assertThat(browser.text("#report .legend")).contains("1 deferred", "1 failed");
        assertReadable("failing");
    }

    @Test
    void what_became_of_a_bulk_arrives_at_the_receiver_of_webhooks() {
        browser.paste("#invite [name=addresses]", "ana@told.example refused+2@told.example");
        browser.click("#send");
        awaitText("#report .figures", "2 on the list");
        var administrator = server.asAdministrator();
        var newest = administrator.get(administrator.bulks("acme").getRawPath() + "?limit=1");
        var bulk = newest.data().getJsonArray("items").getJsonObject(0).getString("id");

        browser.open(server.page().resolve("/webhooks.html?bulk=" + bulk));

        for (var event : List.of("bulk.created", "invitation.sent", "invitation.failed", "bulk.completed")) {
            awaitText("#events", event);
        }
        assertThat(browser.text("#events")).doesNotContain("refused with", "told.example");
        assertReadable("webhooks");
    }

    @Test
    void errors_stand_beside_their_fields_and_what_was_typed_stays() {
        browser.paste("#invite [name=addresses]", "ana@refusal.example");
        browser.paste("#invite [name=displayName]", "x".repeat(129));
        browser.paste("#invite [name=emailText]", "Dear {{salary}}");
        browser.click("#send");

        awaitText("#refusal", "Please correct what is marked.");
        assertThat(browser.text("#error-displayName")).isEqualTo("At most 128 characters.");
        assertThat(browser.text("#error-emailText")).startsWith("In double braces, only: name, email");
        assertThat(browser.value("find('[aria-invalid]').name")).isEqualTo("displayName");
        assertThat(browser.text("#call")).contains("400 Bad Request");
        assertThat(browser.value("find('#invite').addresses.value")).isEqualTo("ana@refusal.example");
        assertReadable("refusal");

        browser.element("#invite [name=displayName]").clear();
        browser.element("#invite [name=emailText]").clear();
        browser.click("#send");
        awaitText("#report .figures", "1 on the list 1 invited");
    }

    @Test
    void a_caller_without_permissions_reads_what_is_missing() {
        browser.value("""
                (find('#campaigns').token = async () => (await (await fetch('setting')).json()).callers.visitor) ?? ''""");
        awaitText("#no-bulks", "You do not have the permission for this.");

        browser.paste("#invite [name=addresses]", "ana@refusal.example");
        browser.click("#send");

        awaitText("#refusal", "You do not have the permission for this.");
        assertReadable("forbidden");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void form_and_report_are_readable_in_every_language(String language, String invite) {
        browser.element("#language [value=" + language + "]").click();
        awaitText("#new", invite);
        browser.click("#example");
        assertReadable("form-" + language);

        browser.click("#send");
        Patience.await("the report")
                .untilAsserted(
                        () -> assertThat(browser.text("#report .figures")).startsWith("7"));
        assertThat(browser.value("find('.campaigns').lang")).isEqualTo(language);
        assertReadable("report-" + language);
    }

    static Stream<Arguments> languages() {
        return Stream.of(
                arguments("es", "Invitar a personas"),
                arguments("en", "Invite people"),
                arguments("fr", "Inviter des personnes"),
                arguments("de", "Personen einladen"),
                arguments("it", "Invita persone"),
                arguments("zh", "\u9080\u8bf7\u4eba\u5458"),
                arguments("pt", "Convidar pessoas"),
                arguments("ru", "\u041f\u0440\u0438\u0433\u043b\u0430\u0441\u0438\u0442\u044c"));
    }

    @Test
    void one_of_three_thousand_mails_is_found_and_shown_as_on_a_phone() {
        browser.paste("#invite [name=addresses]", "zoe@found.example");
        browser.click("#send");
        awaitText("#mails", "zoe@found.example");
        for (int i = 0; i < 3_000; i++) {
            server.letters()
                    .add("From: it@many.example\r\nTo: person%04d@many.example\r\nSubject: Hello\r\n\r\nHello"
                            .formatted(i));
        }
        awaitText("#mail-count", "the newest 100 shown");
        awaitText("#mails li", "person2999@many.example");

        browser.element("#mail-search").sendKeys("ZOE@found");
        awaitText("#mail-count", "1 found");
        browser.click("#mails button");
        awaitText("#mail", "To zoe@found.example");
        assertThat(browser.text("#mails time")).matches("\\d+:\\d\\d:\\d\\d.*");
        assertReadable("found");

        browser.preferring("");
        press("Phone, 360");
        assertThat(browser.value("document.querySelector('iframe').clientWidth"))
                .isEqualTo(360L);
        press("Light");
        Patience.await("a light mail").until(this::brightnessOfMail, brightness -> brightness > 200);
        press("Dark");
        Patience.await("a dark mail").until(this::brightnessOfMail, brightness -> brightness < 80);
    }

    @Test
    void swagger_ui_is_authorized() {
        browser.open(server.page().resolve("/api"));

        assertThat(browser.element(".authorize.locked").isDisplayed()).isTrue();
        assertThat(browser.address()).isEqualTo(server.application().root().resolve("api/"));
    }

    /** Of a point where the mail has no text, from 0 to 255. */
    private int brightnessOfMail() throws IOException {
        var picture = browser.element("iframe").getScreenshotAs(OutputType.BYTES);
        return ImageIO.read(new ByteArrayInputStream(picture)).getRGB(340, 60) & 0xff;
    }

    private void press(String label) {
        browser.value("[...document.querySelectorAll('.toggles button')].find((one) => one.textContent === '" + label
                + "').click() ?? ''");
    }

    private void awaitText(String selector, String text) {
        Patience.await(text)
                .untilAsserted(() ->
                        assertThat(browser.text(selector).replace('\n', ' ')).contains(text));
    }

    /** On a phone in the dark, and then on a desk in the light. */
    private void assertReadable(String name) {
        assertReadable(name, 360, "dark");
        assertReadable(name, 1280, "light");
        assertThat(browser.refusals()).isEmpty();
    }

    private void assertReadable(String name, int width, String scheme) {
        var picture = String.join("-", "start", name, Integer.toString(width), scheme);
        assertThat(browser.wide(width).preferring(scheme).violations())
                .as(picture)
                .isEmpty();
        assertThat(browser.value("document.documentElement.scrollWidth <= " + width))
                .as(picture)
                .isEqualTo(true);
        browser.picture(PICTURES, picture);
    }
}
