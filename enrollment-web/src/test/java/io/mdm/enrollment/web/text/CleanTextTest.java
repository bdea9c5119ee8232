package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @Test
    void puts_everything_on_one_line() {
        assertThat(CleanText.singleLine("Acme\r\nBcc: eve@evil.example\u2028x\u202Ey\u0000\u0085"))
                .isEqualTo("Acme Bcc: eve@evil.example x y");
    }

    @Test
    void keeps_lines_apart_and_everything_else_out_of_them() {
        assertThat(CleanText.multiLine("a\u2028b\u2029c\td\ne\u202Ef\u0007g\u2066h"))
                .isEqualTo("a\nb\nc\td\ne f g h");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                "\u2060",
                "\u2064",
                "\u206a",
                "\ufeff",
                "\ufff9",
                "\udb40\udc01",
                "\udb40\udc41",
                "\udb40\udc7f"
            })
    void leaves_out_what_nobody_sees(String hidden) {
        assertThat(CleanText.isLine("Ac" + hidden + "me")).isFalse();
        assertThat(CleanText.singleLine("Ac" + hidden + "me")).isEqualTo("Acme");
        assertThat(CleanText.multiLine("Ac" + hidden + "me\n")).isEqualTo("Acme\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\t", "\u0000", "\u0085", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069"
            })
    void knows_what_is_not_of_one_line(String text) {
        assertThat(CleanText.isLine("a" + text + "b")).isFalse();
        assertThat(CleanText.singleLine("a" + text + text + "b")).isEqualTo("a b");
    }

    /** Persian joined by U+200C, a family of emoji joined by U+200D, an Arabic mark, a soft hyphen, a variant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc",
                "\ud83d\udc69\u200d\ud83d\udc67",
                "\u200fA\u200e\u061c",
                "Ger\u00e4te\u00adverwaltung",
                "\u2764\ufe0f",
                "\u845b\udb40\udd00"
            })
    void keeps_what_is_part_of_writing(String text) {
        assertThat(CleanText.isLine(text)).isTrue();
        assertThat(CleanText.singleLine(text)).isEqualTo(text);
        assertThat(CleanText.multiLine(text)).isEqualTo(text);
    }

    @Test
    void shortens_without_cutting_a_character_in_two() {
        assertThat(CleanText.shortened("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(CleanText.shortened("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
