package io.mdm.enrollment.dev;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Patience;
import io.mdm.enrollment.support.Reply;
import jakarta.json.Json;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openqa.selenium.Keys;

/** A whole campaign: the administrator at the start page, and the people with their devices. */
record Campaign(
        EnrollmentServer server, Letters letters, Chromium browser, Map<String, String> links, Set<String> enrolled) {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static final int INVITED = 50;

    Campaign(EnrollmentServer server, Letters letters, Chromium browser) {
        this(server, letters, browser, new HashMap<>(), new HashSet<>());
    }

    void run() {
        invite();
        awaitFigures(INVITED, 0, INVITED);
        links.putAll(mails().stream().collect(Collectors.toMap(Mail::to, Mail::link)));
        assertThat(links).hasSize(INVITED);
        picture("invited");

        enroll(20);
        awaitFigures(INVITED, 20, INVITED);
        assertThat(words()).contains("20 enrolled").contains("30 mailed");
        picture("enrolled");

        remind();
        assertThat(mails())
                .hasSize(INVITED + 30)
                .filteredOn(mail -> mail.subject().startsWith("Reminder"))
                .hasSize(30)
                .allSatisfy(mail -> {
                    assertThat(enrolled).doesNotContain(mail.to());
                    assertThat(mail.link()).isEqualTo(links.get(mail.to()));
                });
        picture("reminded");

        browser.click("#more-time");
        assertThat(awaitCounts("extended")).contains("\"extended\": 30", "\"unchanged\": 20");
        awaitAnswer("More time given: 30. Unchanged: 20.");

        enroll(10);
        awaitFigures(INVITED, 30, INVITED);
        browser.click("#take-back");
        browser.click("#really");
        assertThat(awaitCounts("revoked")).contains("\"revoked\": 20", "\"unchanged\": 30");
        awaitAnswer("Revoked: 20. Unchanged: 30.");
        awaitFigures(INVITED, 30, INVITED);
        assertThat(words()).contains("30 enrolled").contains("20 ended");
        picture("taken-back");
        browser.wide(360);
        assertThat(browser.value("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
        picture("phone");
        browser.preferring("dark");
        picture("phone-dark");

        assertThat(mails()).as("nobody was mailed for nothing").hasSize(INVITED + 30);
        assertThat(links.entrySet())
                .allSatisfy(person -> assertThat(server.open(person.getValue()).status())
                        .as(person.getKey())
                        .isEqualTo(410));
        assertThat(browser.refusals()).isEmpty();
    }

    /** Other tests invite people of other domains. */
    private List<Mail> mails() {
        return letters.mails().stream()
                .filter(mail -> mail.to().endsWith("@campaign.example"))
                .toList();
    }

    private void invite() {
        var people = IntStream.range(0, INVITED)
                .mapToObj(i -> "person%02d@campaign.example".formatted(i))
                .collect(Collectors.joining("\n"));
        browser.element("#invite [name=addresses]").sendKeys(people);
        browser.element("#invite [name=displayName]").sendKeys("Laptops for the Madrid office", Keys.TAB);
        browser.click("#send");
        Patience.await("the mails").until(() -> mails().size(), count -> count == INVITED);
    }

    private void remind() {
        browser.click("#remind");
        Patience.await("the reminders").until(() -> mails().size(), count -> count >= INVITED + 30);
        awaitAnswer("Reminders on their way: 30. Left out: 20.");
    }

    private void enroll(int count) {
        var next = links.keySet().stream()
                .filter(person -> !enrolled.contains(person))
                .sorted()
                .limit(count)
                .toList();
        next.forEach(person -> assertThat(redeem(person).status()).isEqualTo(200));
        enrolled.addAll(next);
    }

    private Reply redeem(String person) {
        var link = requireNonNull(links.get(person));
        var body = Json.createObjectBuilder()
                .add("token", link.substring(link.lastIndexOf('/') + 1))
                .add("winDeviceId", "%024x".formatted(person.hashCode() & 0xffffffL));
        return server.post(
                server.bulks("acme").getRawPath().replaceFirst("bulk$", "redeem"),
                body.build().toString());
    }

    /** The figures that the page shows of the bulk it follows. */
    private void awaitFigures(int invited, int devices, int mailed) {
        Patience.await("the figures")
                .untilAsserted(() -> assertThat(browser.text("#report .figures").replace('\n', ' '))
                        .isEqualTo("%d on the list %d invited %d enrolled %d mails sent"
                                .formatted(invited, invited, devices, mailed)));
    }

    private String awaitCounts(String word) {
        Patience.await("the answer")
                .untilAsserted(() -> assertThat(browser.text("#call pre")).contains(word));
        return browser.text("#call pre");
    }

    private void awaitAnswer(String words) {
        Patience.await(words)
                .untilAsserted(() -> assertThat(browser.text("#bulk-answer")).isEqualTo(words));
    }

    private String words() {
        return browser.text("#report .legend").replace('\n', ' ');
    }

    private void picture(String name) {
        assertThat(browser.violations()).isEmpty();
        browser.picture(PICTURES, "campaign-" + name);
    }
}
