package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of mail and page, language by language. */
class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> SAME_IN_SOME_LANGUAGE =
            Set.of("moment", "form.code", "manual.code", "manual.server", "help.email");

    static Stream<Arguments> translations() {
        return bundles()
                .flatMap(bundle -> Arrays.stream(Language.values())
                        .filter(language -> language != Language.EN)
                        .map(language -> Arguments.of(bundle, language)));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void every_language_has_the_same_sentences_with_the_same_places(String bundle, Language language)
            throws IOException {
        var english = words(bundle + ".properties");
        var words = words(bundle + "_" + language.tag() + ".properties");

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            var sentence = words.getProperty(key);
            assertThat(sentence).as(key).isNotBlank();
            assertThat(places(sentence)).as(key).isEqualTo(places(english.getProperty(key)));
            if (!SAME_IN_SOME_LANGUAGE.contains(key)) {
                assertThat(sentence).isNotEqualTo(english.getProperty(key));
            }
        });
    }

    /** De Acme would have to be d’Acme. */
    @ParameterizedTest
    @MethodSource("bundles")
    void no_french_name_stands_where_a_vowel_would_change_the_word_before_it(String bundle) throws IOException {
        assertThat(words(bundle + "_fr.properties").values())
                .noneMatch(sentence -> Pattern.compile("(?i)\\b(de|que) \\{0}")
                        .matcher(sentence.toString())
                        .find());
    }

    static Stream<String> bundles() {
        return Stream.of("text/shared", "mail/content/invitation", "page/page");
    }

    @ParameterizedTest
    @MethodSource("translations")
    void no_apostrophe_would_be_swallowed_by_the_message_format(String bundle, Language language) throws IOException {
        assertThat(words(bundle + ".properties").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(words(bundle + "_" + language.tag() + ".properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void mail_and_page_say_nothing_twice_in_two_bundles(Language language) throws IOException {
        var suffix = language == Language.EN ? ".properties" : "_" + language.tag() + ".properties";
        var shared = words("text/shared" + suffix).stringPropertyNames();

        assertThat(words("mail/content/invitation" + suffix).stringPropertyNames())
                .doesNotContainAnyElementsOf(shared);
        assertThat(words("page/page" + suffix).stringPropertyNames()).doesNotContainAnyElementsOf(shared);
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties words(String resource) throws IOException {
        var words = new Properties();
        try (var in = Wording.class.getResourceAsStream("/io/mdm/enrollment/web/" + resource)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
