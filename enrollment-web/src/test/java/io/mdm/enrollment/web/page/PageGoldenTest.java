package io.mdm.enrollment.web.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.api.token.TokenNotUsable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of the page, as it was last looked at; {@code -Dgolden=write} writes what it is now. */
class PageGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/page");

    static Map<String, Page> all() {
        var pages = new LinkedHashMap<String, Page>();
        for (var language : Language.values()) {
            pages.put("enroll-windows-" + language.tag(), enroll(Device.WINDOWS, language));
        }
        for (var language : new Language[] {Language.EN, Language.DE}) {
            pages.put("enroll-phone-" + language.tag(), enroll(Device.ANOTHER, language));
        }
        pages.put("enroll-anywhere-en", enroll(Device.UNKNOWN, Language.EN));
        for (var reason : Reason.values()) {
            pages.put(reason.name().toLowerCase(Locale.ROOT) + "-en", ended(reason));
        }
        var layout = PageLayout.of(Language.EN, Optional.empty());
        pages.put("form-en", new CodeForm(layout, "./", false).page());
        pages.put("form-wrong-en", new CodeForm(layout, "./", true).page());
        for (var language : Language.values()) {
            pages.put("preview-" + language.tag(), MessagePages.preview(PageLayout.of(language, Optional.empty())));
        }
        pages.put("many-en", MessagePages.tooMany(layout));
        pages.put("away-en", MessagePages.unavailable(layout));
        pages.put("unreadable-en", MessagePages.unreadable(layout, "./", 415));
        return pages;
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_as_it_was_looked_at(String name) throws IOException {
        var html = reviewable(page(name));
        var golden = GOLDEN.resolve(name + ".html");
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, html);
        }
        assertThat(html).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("names")
    void is_valid_with_one_heading_and_a_name_for_every_field(String name) {
        var html = page(name).html();
        var parser = Parser.htmlParser().setTrackErrors(20);
        var page = Jsoup.parse(html, "", parser);

        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isEqualTo(page.expectFirst("h1").text());
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(name.substring(name.length() - 2));
        assertThat(page.select("input"))
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".languages a")).hasSize(Language.values().length);
    }

    @ParameterizedTest
    @MethodSource("names")
    void fetches_nothing(String name) {
        var page = Jsoup.parse(page(name).html());

        assertThat(page.select("[src], link, img, iframe, object, embed, base, meta[http-equiv]"))
                .isEmpty();
        assertThat(page.select("[href], [action]"))
                .noneMatch(element -> (element.attr("href") + element.attr("action")).startsWith("http"));
        assertThat(page.select("[onclick], [style]")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_is_called_what_its_speakers_call_it(Language language) {
        assertThat(PageLayout.nameOf(language))
                .isIn("Español", "English", "Français", "Deutsch", "Italiano", "中文", "Português", "Русский");
    }

    private static Page page(String name) {
        return requireNonNull(all().get(name));
    }

    private static Page enroll(Device device, Language language) {
        var pages = PageExamples.pages(
                new InMemoryTokens(PageExamples.token("Laptops for Madrid")), PageExamples.organization("Acme"));
        return pages.ofLink(PageExamples.pageRequest(device, Optional.of(language)), PageExamples.CREDENTIAL);
    }

    private static Page ended(Reason reason) {
        var tokens = new InMemoryTokens(PageExamples.token(null)).ended(reason);
        var credential = reason == Reason.UNKNOWN ? "mdmenr_nothing" : PageExamples.CREDENTIAL;
        return PageExamples.pages(tokens, PageExamples.organization("Acme"))
                .ofLink(PageExamples.pageRequest(Device.WINDOWS, Optional.of(Language.EN)), credential);
    }

    /** Style and script are read where they stand. */
    private static String reviewable(Page page) {
        return page.html().replace(Inline.STYLE.text(), "page.css").replace(Inline.SCRIPT.text(), "page.js");
    }
}
