package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageWordsTest {

    @ParameterizedTest
    @EnumSource(names = "EN", mode = EnumSource.Mode.EXCLUDE)
    void every_language_has_every_sentence_with_the_same_places(Language language) throws IOException {
        var english = words("page.properties");
        var words = words("page_" + language.tag() + ".properties");

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            var sentence = words.getProperty(key);
            assertThat(sentence).isNotBlank().doesNotContain("'");
            assertThat(sentence.contains("{0}"))
                    .isEqualTo(english.getProperty(key).contains("{0}"));
            if (!key.equals("form.code")) {
                assertThat(sentence).isNotEqualTo(english.getProperty(key));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_is_called_what_its_speakers_call_it(Language language) {
        assertThat(PageLayout.nameOf(language))
                .isIn("Español", "English", "Français", "Deutsch", "Italiano", "中文", "Português", "Русский");
    }

    private static Properties words(String resource) throws IOException {
        var words = new Properties();
        try (var in = PageLayout.class.getResourceAsStream(resource)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
