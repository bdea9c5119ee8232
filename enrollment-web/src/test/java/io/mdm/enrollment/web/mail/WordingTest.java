package io.mdm.enrollment.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordingTest {

    @Test
    void has_the_same_sentences_with_the_same_places_in_every_language() throws Exception {
        var english = words("invitation.properties");
        var spanish = words("invitation_es.properties");

        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> {
            assertThat(spanish.getProperty(key)).isNotEqualTo(english.getProperty(key));
            assertThat(spanish.getProperty(key).contains("{0}"))
                    .isEqualTo(english.getProperty(key).contains("{0}"));
        });
    }

    @Test
    void has_no_apostrophe_that_the_message_format_would_swallow() throws Exception {
        assertThat(words("invitation.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(words("invitation_es.properties").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties words(String name) throws Exception {
        var words = new Properties();
        try (var in = Wording.class.getResourceAsStream(name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
