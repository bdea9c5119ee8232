package io.mdm.enrollment.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana@acme.example",
                "a+b@acme.example",
                "a.+b@acme.example",
                "o'-b=c@acme.example",
                "2026-11-23T10:00:00Z",
                "a b",
                "a =b",
                "a'b",
                "0"
            })
    void leaves_plain_text_alone(String text) {
        assertThat(CsvCell.of(text)).isEqualTo(text);
    }

    /** Whatever the separator of the file is: it may be opened with another one. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a,b          | "a,b"
            a;b          | "a;b"
            ~a\tb~       | ~"a\tb"~
            ~a\nb~       | ~"a\nb"~
            ~a\rb~       | ~"a\rb"~
            say "hi"     | "say ""hi\"""
            """)
    void quotes_what_would_end_the_cell(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49x@acme.example",
                "-1",
                "@SUM(A1)",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(A1)",
                "=HYPERLINK(\"https://evil.example\")"
            })
    void a_formula_stands_behind_a_no_break_space_that_a_reader_trims(String text) {
        assertThat(CsvCell.of(text)).isEqualTo("\"\u00a0" + text.replace("\"", "\"\"") + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            x;=1+1;y            | "x;~=1+1;y"
            x,@SUM(A1),-1       | "x,~@SUM(A1),~-1"
            x; =1+1             | "x; ~=1+1"
            x;"=1+1"            | "x;""~=1+1\"""
            x;＝1+1             | "x;~＝1+1"
            """)
    void a_formula_that_another_separator_would_uncover_is_neutralized_too(String text, String cell) {
        assertThat(CsvCell.of(text)).isEqualTo(cell.replace('~', '\u00a0'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\r", "\u2028", "\u000b", "; \u200b", ";\"\""})
    void so_is_one_behind_a_tab_a_line_break_or_characters_that_do_not_show(String before) {
        assertThat(CsvCell.of("x" + before + "=1+1")).isEqualTo("\"x" + before.replace("\"", "\"\"") + "\u00a0=1+1\"");
    }
}
