package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.support.BulkBody;
import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.Chromium.On;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.HostDirectory;
import io.mdm.enrollment.support.Inbox;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The mail that was received, as people see it. */
@Tag("browser")
class MailInBrowserIT extends SharedServer {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    /** What a phone shows at once, below the subject and the sender. */
    private static final long FIRST_SCREEN = 400;

    private static Chromium browser;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shows_who_asks_for_what_and_until_when_on_the_first_screen_of_a_phone(
            Language language, EnrollmentServer server, HostDirectory host, Inbox inbox) throws IOException {
        // with an address that looks good in a picture
        var tenant = new Tenant(Tenant.any().id(), "acme-" + language.tag(), "Acme", "en", true, null);
        host.add(tenant);
        host.database().update("update mdm.organization set time_zone = 'Europe/Madrid' where id = ?", tenant.id());
        host.database()
                .update(
                        "update mdm.windows_enterprise set primary_color = '#0b5fff', contact_phone = ? where organization_id = ?",
                        "+34 600 000 000",
                        tenant.id());
        server.postBulk(
                tenant,
                BulkBody.inviting(tenant.address("ana"))
                        .with("language", language.tag())
                        .with("displayName", "Laptops 2026")
                        .with("emailText", "Your new laptop is on your desk.\n\nPlease enroll it before Friday."));
        browser.on(On.PHONE).wide(360).open(received(inbox.awaitMailTo(tenant.address("ana"))));

        assertThat(edge(".button", "top")).isLessThan(FIRST_SCREEN);
        assertThat(edge(".expiry", "bottom")).isLessThanOrEqualTo(FIRST_SCREEN);
        for (int width : new int[] {360, 600}) {
            for (var scheme : List.of("light", "dark")) {
                browser.wide(width).preferring(scheme);
                var picture = String.join("-", "mail", language.tag(), Integer.toString(width), scheme);
                assertThat(browser.violations()).as(picture).isEmpty();
                assertThat(browser.value("document.documentElement.scrollWidth <= " + width))
                        .as(picture)
                        .isEqualTo(true);
                browser.picture(PICTURES, picture);
            }
        }
    }

    private URI received(Mail mail) throws IOException {
        return Files.writeString(directory.resolve("mail.html"), mail.html()).toUri();
    }

    /** In CSS pixels from the top of the mail. */
    private static long edge(String selector, String side) {
        return ((Number) browser.value(
                        "Math.ceil(document.querySelector('%s').getBoundingClientRect().%s)".formatted(selector, side)))
                .longValue();
    }
}
