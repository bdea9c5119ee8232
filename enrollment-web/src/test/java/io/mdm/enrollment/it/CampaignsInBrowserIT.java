package io.mdm.enrollment.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mdm.enrollment.architecture.ProjectFiles;
import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.DevelopmentJwt;
import io.mdm.enrollment.support.FaultySmtpServer;
import io.mdm.enrollment.support.LoopbackForwarder;
import io.mdm.enrollment.support.Metrics;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.SigningKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of an administrator's console, served from another origin than the API. */
@Tag("browser")
@Tag("metrics")
@ExtendWith(Drivers.class)
class ConsoleInBrowserIT {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static final String NAME = "Laptops <b>Madrid</b>";
    private static final String REPLAYED = "enrollment_bulks_total{outcome=\"replayed\"}";

    @Test
    void invites_once_whatever_is_lost_and_shows_progress_and_failures(SigningKeys keys) throws IOException {
        var console = serve(ProjectFiles.text(
                ProjectFiles.matching("docs/examples/console\\.html").get(0)));
        var origin = URI.create("http://127.0.0.1:" + console.getAddress().getPort());
        try (var own = OwnServer.start(
                        "console", keys, Map.of("MDM_ENROLLMENT_CORS_ALLOWED_ORIGINS", origin.toString()));
                var relay = FaultySmtpServer.started(own.relayPort()).on("RCPT", "550 5.1.1 no such mailbox");
                var network = LoopbackForwarder.to(own.application().root().getPort());
                var browser = Chromium.start()) {
            browser.wide(1280).preferring("light").open(origin);
            connect(browser, network.url(own.application().root() + "v1/organizations/acme"), keys);

            invite(browser, NAME, "Name;E-mail\nAna;ana@acme.example\nBo;bo@acme.example\nCy;nobody@\n");
            awaitText(browser, "#status", "2 of 3 invited.");
            awaitText(browser, "#figures", "Invited 2 Mailed 1 Waiting 0 Failed 2 Enrolled 0");
            assertThat(browser.text("#title")).isEqualTo(NAME);
            assertThat(browser.value("progress.value / progress.max").toString())
                    .isEqualTo("1");
            assertThat(browser.text("#failed"))
                    .contains("nobody@\tnot a deliverable address")
                    .containsPattern("(ana|bo)@acme\\.example\tmail refused \\(550\\)");

            network.loseAnswers();
            invite(browser, "", "Cy <cy@acme.example>");
            Patience.await("retries under the same key")
                    .until(() -> Metrics.of(own.administrator()).value(REPLAYED), count -> count > 0);
            network.recover();
            awaitText(browser, "#status", "1 of 1 invited.");
            awaitText(browser, "#figures", "Invited 1 Mailed 1 Waiting 0 Failed 0 Enrolled 0");
            assertThat(relay.messages()).hasSize(2);

            browser.click("li:last-child button");
            awaitText(browser, "#title", NAME);
            picture(browser, "console");
            browser.preferring("dark");
            picture(browser, "console-dark");
            browser.wide(360);
            assertThat(browser.value("document.documentElement.scrollWidth <= 360"))
                    .isEqualTo(true);
            picture(browser, "console-phone-dark");
        } finally {
            console.stop(0);
        }
    }

    private static void connect(Chromium browser, String organization, SigningKeys keys) {
        var administrator = DevelopmentJwt.of("admin@acme.example", Instant.now())
                .everyPermission()
                .organizations("acme");
        browser.element("[name=api]").sendKeys(organization);
        browser.element("[name=token]").sendKeys(administrator.signedBy(keys));
        browser.click("#access button");
    }

    private static void invite(Chromium browser, String name, String addresses) {
        browser.element("[name=displayName]").sendKeys(name);
        browser.element("[name=addresses]").sendKeys(addresses);
        browser.click("#send");
    }

    private static HttpServer serve(String page) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            try (exchange) {
                var body = page.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        http.start();
        return http;
    }

    private static void awaitText(Chromium browser, String selector, String text) {
        Patience.await(text)
                .untilAsserted(() -> assertThat(browser.text(selector).replaceAll("\\s+", " "))
                        .isEqualTo(text));
    }

    private static void picture(Chromium browser, String name) {
        assertThat(browser.violations()).isEmpty();
        browser.picture(PICTURES, name);
    }
}
