package io.mdm.enrollment.dev;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.support.Chromium;
import io.mdm.enrollment.support.EnrollmentServer;
import io.mdm.enrollment.support.Mail;
import io.mdm.enrollment.support.Patience;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A campaign before it is sent: a file is dropped, checked, looked at, mailed to oneself, scheduled, and reported. */
record Preparation(EnrollmentServer server, Letters letters, Chromium browser) {
    private static final Path PICTURES = Path.of(System.getProperty("screenshots"));
    private static final int GOOD = 188;
    private static final int REPAIRED = 3;

    /** Two empty ones, three without a domain, three repetitions, and four that hold two people or none. */
    private static final List<String> BAD = List.of(
            ",Nobody",
            ",Nobody either",
            "ana@localhost,Ana",
            "bob@,Bob",
            "carla@prepared..example,Carla",
            "person000@prepared.example,Again",
            "PERSON001@prepared.example,Again",
            "Person <person002@prepared.example>,Again",
            "\"dan@prepared.example; eve@prepared.example\",Dan and Eve",
            "fritz at prepared.example,Fritz",
            "not known,Gina",
            "@prepared.example,Hal");

    void run() {
        drop();
        browser.element("#invite [name=displayName]").sendKeys("Laptops for the Madrid office");
        browser.element("#invite [name=emailText]").sendKeys("Dear {{name|colleague}}, please be quick.");
        check();
        preview();
        mailToMyself();
        schedule();
        sendNow();
        assertReported();
    }

    private static String file() {
        var good = IntStream.range(0, GOOD)
                .mapToObj(i -> (i < REPAIRED ? "Person <person%03d@prepared.example>" : "person%03d@prepared.example")
                                .formatted(i)
                        + ",Person " + i + (i % 3 == 0 ? ",de" : ","));
        return Stream.concat(good, BAD.stream().map(row -> row + ","))
                .collect(Collectors.joining("\\n", "email,name,language\\n", "\\n"));
    }

    /** As the browser does when a file is dropped on the card. */
    private void drop() {
        browser.value("""
                (() => {
                  const dropped = new DataTransfer();
                  dropped.items.add(new File(['%s'], 'people.csv', {type: 'text/csv'}));
                  find('#drop').dispatchEvent(
                    new DragEvent('drop', {dataTransfer: dropped, bubbles: true, cancelable: true}));
                  return true;
                })()""".formatted(file()));
        assertThat(browser.text("#file-name")).startsWith("people.csv");
        assertThat(browser.text("#count")).isEqualTo("those of the file");
    }

    private void check() {
        browser.click("#check");
        awaitText("#before .figures", "200 on the list 188 would be invited 12 would not");
        assertThat(browser.text("#before [role=tabpanel]").replace('\n', ' '))
                .contains("(empty) invalid empty")
                .contains("PERSON001@prepared.example duplicate")
                .contains("ana@localhost invalid malformed after the @")
                .contains("not known invalid contains a space or an invisible character");
        picture("checked");
    }

    private void preview() {
        browser.element("#invite [name=language] [value='de']").click();
        browser.click("#preview");
        awaitText("#before h3", "Windows-Ger\u00e4t");
        assertThat(browser.value("find('#before iframe').contentDocument.body.innerText")
                        .toString())
                .contains("Guten Tag, Robin Example!");
        assertThat(browser.value("find('#before iframe').contentDocument.querySelectorAll('[style]').length > 20"))
                .as("styles are applied under a policy that forbids them in HTML")
                .isEqualTo(true);
        picture("previewed");
        browser.value(
                "[...find('#before').querySelectorAll('[role=tab]')].find((tab) => tab.textContent === 'Text').click() ?? ''");
        assertThat(browser.text("#before pre"))
                .contains("Guten Tag, Robin Example!", "Dear Robin Example, please be quick.", "/enroll/preview");
    }

    private void mailToMyself() {
        browser.click("#mail-me");
        awaitText("#before", "mail sent");
        assertThat(mailsTo("admin@acme.example")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("Dear Robin Example, please be quick.");
            assertThat(mail.link()).endsWith("/enroll/preview");
            var page = server.open(mail.link());
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.body()).contains("This is a preview");
        });
    }

    private void schedule() {
        var later = LocalDateTime.now(ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.MINUTES);
        browser.element("#invite [name=language] [value='']").click();
        browser.value("(find('#invite').sendAt.value = '" + later + "')");
        browser.click("#send");
        awaitText("#report .figures", "200 on the list 188 invited 0 enrolled 0 mails sent");
        awaitText("#report", "Its mails leave");
        awaitText("#bulks", "scheduled");
        assertThat(mailsTo("person000@prepared.example")).isEmpty();
        picture("scheduled");
    }

    private void sendNow() {
        browser.click("#now");
        awaitText("#report .figures", "200 on the list 188 invited 0 enrolled 188 mails sent");
        assertThat(mailsTo("person003@prepared.example")).singleElement().satisfies(mail -> {
            assertThat(mail.text()).contains("Guten Tag, Person 3!", "Dear Person 3, please be quick.");
            assertThat(mail.link()).doesNotEndWith("/preview");
        });
        picture("reported");
    }

    private void assertReported() {
        var bulk = String.valueOf(browser.value("find('#campaigns').selected"));
        var items = server.get(server.bulks("acme").getRawPath() + "/" + bulk + "?limit=1000")
                .data()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
        assertThat(items).hasSize(GOOD + BAD.size());
        assertThat(items.stream()
                        .collect(Collectors.groupingBy(item -> item.getString("outcome"), Collectors.counting())))
                .isEqualTo(Map.of("created", 188L, "invalid", 9L, "duplicate", 3L));
        assertThat(items.get(0).getString("email")).as("repaired").isEqualTo("person000@prepared.example");
        assertThat(items.get(0).getString("name")).isEqualTo("Person 0");
    }

    private List<Mail> mailsTo(String address) {
        return letters.mails().stream()
                .filter(mail -> mail.to().contains(address))
                .toList();
    }

    private void awaitText(String selector, String text) {
        Patience.await(text)
                .untilAsserted(() ->
                        assertThat(browser.text(selector).replace('\n', ' ')).contains(text));
    }

    private void picture(String name) {
        for (int width : new int[] {360, 1280}) {
            assertThat(browser.wide(width).violations()).as(name).isEmpty();
            assertThat(browser.value("document.documentElement.scrollWidth <= " + width))
                    .isEqualTo(true);
            browser.picture(PICTURES, "prepare-" + name + "-" + width);
        }
        assertThat(browser.refusals()).isEmpty();
    }
}
