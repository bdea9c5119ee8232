package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.receiver.Arrivals;
import io.mdm.enrollment.receiver.SignedRequests;
import io.mdm.enrollment.receiver.SigningSecret;
import io.mdm.enrollment.receiver.WebhookReceiver;
import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.Patience;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The page of the webhooks in a browser, with requests as the module sends them. */
@Tag("browser")
class WebhooksInBrowserIT {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static final String BULK = "6b049093a9216f30546ba388";
    private static final String OTHER = "6b049093a9216f30546ba399";

    private final SigningSecret secret = SigningSecret.generate();
    private final WebhookReceiver receiver = new WebhookReceiver(List.of(secret), Clock.systemUTC());
    private StartPage page;
    private Chromium browser;

    @BeforeEach
    void open() throws IOException {
        page = StartPage.open(0, new StaticPages(URI.create("http://127.0.0.1:1/")), new WebhookPages(receiver));
        browser = Chromium.start();
        browser.wide(1280).preferring("light").open(page.address().resolve("/webhooks.html"));
        awaitText("#arrived", "0 arrived");
    }

    @AfterEach
    void close() {
        browser.close();
        page.close();
    }

    @Test
    void events_appear_with_what_the_check_said_and_are_filtered_by_bulk() {
        receive(secret, "msg_1", SignedRequests.event("a", BULK));
        awaitText("#events", "bulk.created " + BULK + " " + BULK + " valid no");
        receive(secret, "msg_1", SignedRequests.event("a", BULK));
        awaitText("#events", "valid request");
        receive(secret, "msg_2", SignedRequests.event("a", BULK));
        awaitText("#events", "valid event");
        receive(SigningSecret.generate(), "msg_3", SignedRequests.event("b", BULK));
        awaitText("#events", "refused with 401 – – no signature matches – Show");
        receive(secret, "msg_4", SignedRequests.event("c", OTHER));
        awaitText("#arrived", "5 arrived");

        browser.click("#events [aria-controls]");
        assertThat(browser.text("#events pre")).contains("\"bulkId\": \"" + OTHER + "\"");
        assertReadable();

        browser.click("#bulk [value='" + OTHER + "']");
        awaitText("#shown", "1 of 5 kept");
        assertThat(browser.text("#events")).contains(OTHER).doesNotContain(BULK + "\t" + BULK);

        browser.open(page.address().resolve("/webhooks.html?bulk=" + BULK));
        awaitText("#shown", "3 of 5 kept");
    }

    @Test
    void a_filter_is_chosen_by_keyboard_and_opened_events_stay_open() {
        receive(secret, "msg_1", SignedRequests.event("a", BULK));
        awaitText("#events", "valid");
        browser.element("#events [aria-controls]").sendKeys(Keys.ENTER);
        assertThat(browser.text("#events pre")).contains("specversion");

        receive(secret, "msg_2", SignedRequests.event("b", OTHER));
        awaitText("#arrived", "2 arrived");
        assertThat(browser.value("document.querySelectorAll('#events [aria-expanded=true]').length"))
                .isEqualTo(1L);
        assertThat(browser.value("document.activeElement.textContent")).isEqualTo("Show");

        browser.element("#events .id").sendKeys(Keys.ENTER);
        awaitText("#shown", "1 of 2 kept");
        assertThat(browser.value("document.activeElement.id")).isEqualTo("bulk");
    }

    @Test
    void very_many_are_counted_and_the_newest_shown() {
        for (int request = 0; request <= Arrivals.MAX_KEPT / 200; request++) {
            receive(secret, "msg_" + request, events(request));
        }
        awaitText("#arrived", "5,200 arrived");
        awaitText("#shown", "the newest 200 of 5,000");
    }

    private static String events(int request) {
        return IntStream.range(0, 200)
                .mapToObj(event -> SignedRequests.event(request + "-" + event, BULK))
                .collect(Collectors.joining(","));
    }

    private void receive(SigningSecret signing, String id, String events) {
        receiver.receive(SignedRequests.of(signing, id, Instant.now(), "[" + events + "]"));
    }

    private void awaitText(String selector, String text) {
        Patience.await(text)
                .untilAsserted(() -> assertThat(browser.text(selector).replaceAll("\\s+", " "))
                        .contains(text));
    }

    private void assertReadable() {
        for (int width : List.of(360, 1280)) {
            for (var scheme : List.of("light", "dark")) {
                var picture = "webhooks-" + width + "-" + scheme;
                assertThat(browser.wide(width).preferring(scheme).violations())
                        .as(picture)
                        .isEmpty();
                assertThat(browser.value("document.documentElement.scrollWidth <= " + width))
                        .as(picture)
                        .isEqualTo(true);
                browser.picture(PICTURES, picture);
            }
        }
        assertThat(browser.refusals()).isEmpty();
    }
}
