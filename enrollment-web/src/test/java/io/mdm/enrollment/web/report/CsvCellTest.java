package io.mdm.enrollment.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "ana@acme.example", "2026-11-23T10:00:00Z", "a b", "a'b", "0"})
    void leaves_plain_text_alone(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\""})
    void quotes_what_would_end_the_cell(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=HYPERLINK(\"https://evil.example\")"})
    void puts_an_apostrophe_before_what_a_spreadsheet_would_execute(String text) {
        assertThat(CsvCell.of(text)).startsWith("\"'").endsWith("\"");
    }
}
