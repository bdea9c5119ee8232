package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @ValueSource(strings = {"/io/mdm/enrollment/web/mail/content/invitation", "/io/mdm/enrollment/web/page/page"})
    void has_the_same_sentences_with_the_same_places_in_every_language(String bundle) throws IOException {
        var english = words(bundle + ".properties");
        var spanish = words(bundle + "_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(spanish.getProperty(key)).isNotEqualTo(english.getProperty(key));
            for (var place : new String[] {"{0}", "{1}"}) {
                assertThat(spanish.getProperty(key).contains(place))
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/io/mdm/enrollment/web/mail/content/invitation", "/io/mdm/enrollment/web/page/page"})
    void has_no_apostrophe_that_the_message_format_would_swallow(String bundle) throws IOException {
        assertThat(words(bundle + ".properties").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(words(bundle + "_es.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties words(String resource) throws IOException {
        var words = new Properties();
        try (var in = Wording.class.getResourceAsStream(resource)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
