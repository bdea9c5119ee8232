package io.mdm.enrollment.web.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvitationWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EN"})
    void every_language_has_the_same_sentences_with_the_same_places(Language language) throws IOException {
        var english = words("");
        var words = words("_" + language.tag());

        assertThat(words.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key ->
                        assertThat(places(words.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key))));
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EN"})
    void no_apostrophe_would_be_swallowed_by_the_message_format(Language language) throws IOException {
        assertThat(words("").values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(words("_" + language.tag()).values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties words(String suffix) throws IOException {
        var words = new Properties();
        try (var in = InvitationContent.class.getResourceAsStream("invitation" + suffix + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }
}
