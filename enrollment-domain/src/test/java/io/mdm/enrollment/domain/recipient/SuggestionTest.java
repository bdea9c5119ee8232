package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana Pérez <ana@acme.example>",
                "Pérez, Ana <ana@acme.example>",
                "\"Ana\" <ana@acme.example>;",
                "\"ana@acme.example\" <ana@acme.example>",
                "ANA@ACME.EXAMPLE <ana@acme.example>",
                "<ana@acme.example>",
                "mailto:ana@acme.example",
                "MAILTO:ana@acme.example?subject=Hello",
                "<mailto:ana@acme.example>",
                "\"ana@acme.example\"",
                "'ana@acme.example'",
                "\u201Cana@acme.example\u201D",
                "\u00ABana@acme.example\u00BB",
                "(ana@acme.example)",
                "ana@acme.example.",
                "ana@acme.example,",
                "ana@acme.example;",
                "\u00a0ana@acme.example.\u00a0",
                "ana\u200b@acme.example",
                "ana@acme\u00ad.example",
                "ana@\u00a0acme.example",
                "\ufeff'ana@acme.example'",
                "ana@acme.example, ana@acme.example",
                "ana@acme.example; ANA@acme.example"
            })
    void what_people_paste_suggests_the_address_in_it(String given) {
        assertThat(Suggestion.of(given, LocalPart.ASCII)).contains("ana@acme.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "nobody",
                "ana@acme",
                "ana @acme.example",
                "john smith@acme.example",
                "Ana ana@acme.example",
                "ana@acme.example; bob@acme.example",
                "ana@acme.example bob@acme.example",
                "ana@acme.example,nobody",
                "bob@acme.example <ana@acme.example>",
                "Ana <ana@acme.example>, Bob <bob@acme.example>",
                "<>",
                "mailto:",
                "ana@acme..example",
                "ana@@acme.example"
            })
    void nothing_is_guessed(String given) {
        assertThat(Suggestion.of(given, LocalPart.ASCII)).isEmpty();
    }

    @Test
    void a_valid_address_needs_none() {
        assertThat(Suggestion.of(" Ana@Acme.Example ", LocalPart.ASCII)).isEmpty();
    }

    @Test
    void a_suggestion_is_a_valid_address_in_the_form_in_which_it_is_stored() {
        assertThat(Suggestion.of("<Ana@B\u00fccher.example>", LocalPart.ASCII)).contains("Ana@xn--bcher-kva.example");
        assertThat(Suggestion.of("<jos\u00e9@acme.example>", LocalPart.ASCII)).isEmpty();
        assertThat(Suggestion.of("<jos\u00e9@acme.example>", LocalPart.UTF8)).contains("jos\u00e9@acme.example");
    }

    @Test
    void long_texts_are_not_searched() {
        assertThat(Suggestion.of("x".repeat(300) + " <ana@acme.example>", LocalPart.ASCII))
                .isPresent();
        assertThat(Suggestion.of("x".repeat(320) + " <ana@acme.example>", LocalPart.ASCII))
                .isEmpty();
    }
}
