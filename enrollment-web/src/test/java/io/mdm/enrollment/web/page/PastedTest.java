package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ">",
                ",",
                " ",
                "\r\n",
                "/",
                "=",
                ";",
                ")",
                "]",
                "\"",
                "'",
                "...",
                "\u2026",
                "\u201d",
                "\u00bb",
                "\u3002",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "=\r\n",
                ">.",
                "/.",
                "\ud83d\ude42",
                "-",
                "_"
            })
    void what_follows_a_credential_and_is_no_letter_or_digit_is_dropped(String end) {
        assertThat(Pasted.credential("mdmenr_0Az9" + end)).isEqualTo("mdmenr_0Az9");
        assertThat(Pasted.credential(end)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".html", "/a", " b", "\u00e9", "=3D"})
    void what_ends_in_a_letter_or_digit_is_another_credential(String end) {
        assertThat(Pasted.credential("mdmenr_0Az9" + end)).isEqualTo("mdmenr_0Az9" + end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o'hara+x@acme.example",
                " o'hara+x@acme.example\r\n",
                "\u200bo'hara+x@acme.example\u00a0",
                "\u202ao'hara+x@acme.example\u202c",
                "<o'hara+x@acme.example>",
                "Pat O'Hara <o'hara+x@acme.example>",
                "\"O'Hara, Pat\" <o'hara+x@acme.example>;",
                "Pat < o'hara+x@acme.example >",
                "<mailto:o'hara+x@acme.example>",
                "mailto:o'hara+x@acme.example",
                "MailTo:o'hara+x@acme.example?subject=Hello&body=a@b.example",
                "'o'hara+x@acme.example'",
                "\"o'hara+x@acme.example\"",
                "\u201co'hara+x@acme.example\u201d",
                "\u00abo'hara+x@acme.example\u00bb",
                "\u201eo'hara+x@acme.example\u201c",
                "(o'hara+x@acme.example)",
                "o'hara+x@acme.example.",
                "o'hara+x@acme.example,",
                "o'hara+x@acme.example;",
                "o'hara+x@acme.example: "
            })
    void an_address_is_found_in_what_is_put_around_it(String text) {
        assertThat(Pasted.address(text)).isEqualTo("o'hara+x@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "{ana}@acme.example",
                "!ana@acme.example",
                "a@acme.example; b@acme.example",
                "Ana <> a@acme.example",
                "ana@b\u00fccher.example"
            })
    void nothing_is_guessed(String text) {
        assertThat(Pasted.address(text)).isEqualTo(text.contains("<>") ? "" : text);
    }
}
