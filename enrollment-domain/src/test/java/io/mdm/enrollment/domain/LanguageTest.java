package io.mdm.enrollment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @Test
    void there_are_eight() {
        assertThat(Stream.of(Language.values()).map(Language::tag))
                .containsExactly("es", "en", "fr", "de", "it", "zh", "pt", "ru");
    }

    @ParameterizedTest
    @EnumSource
    void each_is_found_by_its_tag_and_has_its_locale(Language language) {
        assertThat(Language.of(language.tag())).contains(language);
        assertThat(language.locale()).isEqualTo(Locale.forLanguageTag(language.tag()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ES", "es ", "xx", "es-ES", "eng", "ıt", "İt"})
    void nothing_else_is_one(String tag) {
        assertThat(Language.of(tag)).isEmpty();
    }
}
