package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailVariableTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Hello {{name}}, welcome; Hello Ana, welcome",
                "{{ name }}{{name}}; AnaAna",
                "{{displayName|nothing}}; nothing",
                "{{displayName}}.; .",
                "{{displayName|}}.; .",
                "{{name|there}}; Ana",
                "{{email}}; {{name}}",
                "{name} {{{name}}}; {name} {Ana}",
                "{{name; {{name",
                "{{other}} {{}}; {{other}} {{}}"
            })
    void each_is_filled_in_once(String text, String filled) {
        var values = Map.of(MailVariable.NAME, "Ana", MailVariable.EMAIL, "{{name}}");

        assertThat(MailVariable.fill(text, variable -> Optional.ofNullable(values.get(variable))))
                .isEqualTo(filled);
    }

    @Test
    void dollars_and_backslashes_stay_as_they_are() {
        assertThat(MailVariable.fill("{{name}}", variable -> Optional.of("$1\\2")))
                .isEqualTo("$1\\2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{name}",
                "{{name",
                "name}}",
                "{{name}}",
                "{{ email | you }}",
                "{{organization}} {{expires}} {{displayName|}}"
            })
    void known(String text) {
        assertThat(MailVariable.areKnownIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{}}", "{{Name}}", "{{name}} {{link}}", "{{name.first}}", "{{na me}}", "{{#if}}"})
    void unknown(String text) {
        assertThat(MailVariable.areKnownIn(text)).isFalse();
    }
}
