package io.mdm.enrollment.it;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.Chromium.On;
import io.mdm.enrollment.support.Database;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Tenant;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages as people see them. */
@Tag("browser")
class PageInBrowserIT extends SharedServer {
    private static final List<String> LANGUAGES = List.of("en", "es", "zh", "ru");
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static Chromium browser;

    private static int tenants;

    private String color = "#0f766e";

    /** With an address that looks good in a picture. */
    private final Tenant tenant =
            new Tenant(Tenant.any().id(), "acme-" + Character.toString('a' + tenants++), "Acme", "en", true, null);

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @BeforeEach
    void on_a_desk() {
        browser.wide(1280).preferring("light");
    }

    @Test
    void the_button_opens_exactly_the_documented_link(EnrollmentServer server, HostDirectory host) {
        var link = link(server, host);
        browser.on(On.WINDOWS).open(link);
        var credential = link.getPath().substring("/enroll/".length());

        assertThat(browser.element("a.button").getDomProperty("href"))
                .isEqualTo("ms-device-enrollment:?mode=mdm&username=ana%40" + tenant.slug()
                        + ".example&servername=https%3A%2F%2Fmdm." + tenant.slug()
                        + ".example%2FEnrollmentServer%2FDiscovery.svc&accesstoken=" + credential);
        assertThat(browser.refusals()).isEmpty();
    }

    @Test
    void the_language_is_switched_by_clicking(EnrollmentServer server, HostDirectory host) {
        browser.on(On.WINDOWS).open(link(server, host));
        assertThat(browser.element("html").getDomAttribute("lang")).isEqualTo("en");

        for (var language : List.of("fr", "zh", "es")) {
            browser.element("summary").click();
            assertThat(browser.violations()).isEmpty();
            browser.picture(PICTURES, "languages-to-" + language);
            browser.element("a[hreflang=" + language + "]").click();
            assertThat(browser.element("html[lang=" + language + "] a.button").isDisplayed())
                    .isTrue();
        }
    }

    @Test
    void the_code_is_copied_by_a_button(EnrollmentServer server, HostDirectory host) {
        browser.on(On.WINDOWS).open(link(server, host));

        browser.element("button[data-copies=code]").click();

        Patience.await("the status")
                .untilAsserted(() -> assertThat(browser.text("[role=status]")).isEqualTo("Copied"));
        assertThat(browser.value("getSelection().toString()"))
                .isEqualTo(browser.element("#code").getDomProperty("value"));
    }

    @Test
    void address_and_code_from_the_phone_open_the_page_on_windows(EnrollmentServer server, HostDirectory host) {
        var link = link(server, host);
        var code = requireNonNull(
                browser.on(On.PHONE).open(link).element("input.code").getDomProperty("value"));
        browser.on(On.WINDOWS).open(server.base().resolve("enroll"));
        browser.element("#email").sendKeys(tenant.address("ana"));
        browser.element("#code").sendKeys(code);
        browser.element("button[type=submit]").click();

        Patience.await("the page")
                .untilAsserted(() -> assertThat(browser.address().getPath()).isEqualTo(link.getPath()));
        assertThat(browser.element("a.button").isDisplayed()).isTrue();
        assertThat(browser.refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WINDOWS, live, #0b5fff", "PHONE, phone, #ffd400", "SOMETHING, anywhere, #101014"})
    void a_live_link_can_be_read_by_everybody(
            On device, String name, String itsColor, EnrollmentServer server, HostDirectory host) {
        color = itsColor;
        browser.on(device);
        assertReadable(name, link(server, host));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "revoked|state = 'DELETED'",
                "used|state = 'DONE', win_device_id = '0123456789abcdef01234567'",
                "expired|expire_at = now() - interval '1 second'",
                "replaced|generation = generation + 1"
            })
    void an_ended_link_can_be_read_by_everybody(
            String name, String change, EnrollmentServer server, HostDirectory host, Database database) {
        var link = link(server, host);
        database.update("update enrollment.enrollment_token set " + change + " where email = ?", tenant.address("ana"));
        assertReadable(name, link);
    }

    @Test
    void an_unknown_link_and_the_form_can_be_read_by_everybody(EnrollmentServer server) {
        assertReadable("unknown", server.base().resolve("enroll/nothing"));
        assertReadable("form", server.base().resolve("enroll"));
    }

    @Test
    void what_is_wrong_with_the_form_can_be_read_by_everybody(EnrollmentServer server) {
        browser.on(On.WINDOWS).wide(360).open(server.base().resolve("enroll?lang=es"));
        browser.element("#email").sendKeys("nobody@acme.example");
        browser.element("#code").sendKeys("22222-22222");
        browser.element("button[type=submit]").click();

        assertThat(browser.element("[role=alert]").isDisplayed()).isTrue();
        for (var scheme : List.of("light", "dark")) {
            assertThat(browser.preferring(scheme).violations()).isEmpty();
            browser.picture(PICTURES, "wrong-es-360-" + scheme);
        }
    }

    private static void assertReadable(String name, URI page) {
        for (var language : LANGUAGES) {
            for (int width : new int[] {360, 1280}) {
                browser.wide(width).open(URI.create(page + "?lang=" + language));
                for (var scheme : List.of("light", "dark")) {
                    var picture = String.join("-", name, language, Integer.toString(width), scheme);
                    assertThat(browser.preferring(scheme).violations())
                            .as(picture)
                            .isEmpty();
                    assertThat(browser.value("document.documentElement.scrollWidth <= " + width))
                            .as(picture)
                            .isEqualTo(true);
                    browser.picture(PICTURES, picture);
                }
            }
        }
    }

    private URI link(EnrollmentServer server, HostDirectory host) {
        host.add(tenant);
        host.database()
                .update(
                        "update mdm.windows_enterprise set primary_color = ?, contact_phone = ? where organization_id = ?",
                        color,
                        "+34 600 000 000",
                        tenant.id());
        var bulk =
                server.postBulk(tenant, BulkBody.inviting(tenant.address("ana")).withoutMail());
        JsonObject token = server.reportOf(bulk).getJsonArray("items").getJsonObject(0);
        return server.base()
                .resolve(URI.create(token.getString("enrollmentLink")).getPath());
    }
}
