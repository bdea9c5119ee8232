package io.mdm.enrollment.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvSeparatorTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            es,    SEMICOLON
            fr,    SEMICOLON
            de,    SEMICOLON
            it,    SEMICOLON
            pt,    SEMICOLON
            pt-BR, SEMICOLON
            ru,    SEMICOLON
            en,    COMMA
            en-GB, COMMA
            zh,    COMMA
            es-MX, COMMA
            xx,    COMMA
            *,     COMMA
            """)
    void is_the_one_that_spreadsheets_of_the_language_expect(String language, CsvSeparator separator) {
        var preferred = language.equals("*") ? new Locale("*") : Locale.forLanguageTag(language);

        assertThat(CsvSeparator.usualIn(List.of(preferred, Locale.GERMAN))).isEqualTo(separator);
    }
}
