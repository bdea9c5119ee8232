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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example of a page with the web component, served from another origin than the API, and under a strict policy. */
@Tag("browser")
@Tag("metrics")
@ExtendWith(Drivers.class)
class CampaignsInBrowserIT {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static final String NAME = "Laptops <b>Madrid</b>";
    private static final String REPLAYED = "enrollment_bulks_total{outcome=\"replayed\"}";
    private static final String COMPONENT = "enrollment-campaigns.js";

    @Test
    void invites_once_whatever_is_lost_and_shows_progress_and_failures(SigningKeys keys) throws IOException {
        var console = serve();
        var origin = URI.create("http://127.0.0.1:" + console.getAddress().getPort());
        try (var own = OwnServer.start(
                        "console", keys, Map.of("MDM_ENROLLMENT_CORS_ALLOWED_ORIGINS", origin.toString()));
                var relay = FaultySmtpServer.started(own.relayPort()).on("RCPT", "550 5.1.1 no such mailbox");
                var network = LoopbackForwarder.to(own.application().root().getPort());
                var browser = Chromium.start()) {
            browser.wide(1280).preferring("light").open(origin);
            browser.value("(window.exchanges = [], find('enrollment-campaigns').addEventListener("
                    + "'enrollment-exchange', ({detail}) => exchanges.push(detail))) ?? ''");
            connect(browser, network.url(own.application().root() + "v1/organizations/acme"), keys);

            invite(browser, NAME, "Ana\tana@acme.example\nBo\tbo@acme.example\nnobody@home\n");
            awaitText(browser, "#report .figures", "3 on the list 2 invited 0 enrolled 1 mails sent");
            assertThat(browser.text("#detail-title")).isEqualTo(NAME);
            assertThat(browser.text("#report .rows").replaceAll("\\s+", " "))
                    .contains("nobody@home invalid")
                    .containsPattern(
                            "(ana|bo)@acme\\.example not enrolled mail failed Personal page The mail server replied 550\\.");

            browser.click("#new");
            network.loseAnswers();
            invite(browser, "", "Cy <cy@acme.example>");
            Patience.await("retries under the same key")
                    .until(() -> Metrics.of(own.administrator()).value(REPLAYED), count -> count > 0);
            network.recover();
            awaitText(browser, "#report .figures", "1 on the list 1 invited 0 enrolled 1 mails sent");
            assertThat(relay.messages()).hasSize(2);

            browser.click("#bulks li:last-child button");
            awaitText(browser, "#detail-title", NAME);
            picture(browser, "campaigns-example");
            browser.preferring("dark");
            picture(browser, "campaigns-example-dark");
            browser.wide(360);
            assertThat(browser.value("document.documentElement.scrollWidth <= 360"))
                    .isEqualTo(true);
            picture(browser, "campaigns-example-phone-dark");
            assertThat(browser.refusals()).isEmpty();
            assertThat(browser.value("JSON.stringify(exchanges)").toString())
                    .contains("Idempotency-Key", "200")
                    .doesNotContain("Authorization", "Bearer");
        } finally {
            console.stop(0);
        }
    }

    private static void connect(Chromium browser, String organization, SigningKeys keys) {
        var administrator = DevelopmentJwt.of("admin@acme.example", Instant.now())
                .everyPermission()
                .organizations("acme");
        browser.element("[name=organization]").sendKeys(organization);
        browser.element("[name=token]").sendKeys(administrator.signedBy(keys));
        browser.click("form button");
    }

    private static void invite(Chromium browser, String name, String addresses) {
        browser.paste("#invite [name=addresses]", addresses);
        browser.element("#invite [name=displayName]").sendKeys(name);
        browser.click("#send");
    }

    private static HttpServer serve() throws IOException {
        var page = example();
        var component = ProjectFiles.text(
                ProjectFiles.matching("enrollment-api/client/dist/" + COMPONENT).get(0));
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", exchange -> {
            try (exchange) {
                var script = exchange.getRequestURI().getPath().equals("/" + COMPONENT);
                var body = (script ? component : page).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
                exchange.getResponseHeaders().set("Content-Security-Policy", policy(page));
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        http.start();
        return http;
    }

    private static String example() {
        return ProjectFiles.text(
                ProjectFiles.matching("docs/examples/campaigns\\.html").get(0));
    }

    /**
     * Allows nothing but the component's file, calls to this machine, and the page's own script and style as they are.
     */
    private static String policy(String page) {
        return "default-src 'none'; script-src 'self' '%s'; style-src '%s'; connect-src http://127.0.0.1:*; img-src 'self'"
                .formatted(hash(page, "<script type=\"module\">", "</script>\n"), hash(page, "<style>", "</style>"));
    }

    /** As a policy names the text between two tags (Content Security Policy Level 3, section 2.3.1). */
    private static String hash(String page, String from, String to) {
        int start = page.indexOf(from) + from.length();
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(page.substring(start, page.indexOf(to, start)).getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
