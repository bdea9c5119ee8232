package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter's test asks PostgreSQL the same. */
class AddressPatternTest {
    private static final AddressPattern ANA = of("Ana.x+1@b\u00fccher.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana.x+1@xn--bcher-kva.example",
                "ANA.X+1@B\u00dcCHER.EXAMPLE",
                "Ana <Ana.x+1@b\u00fccher.example>",
                "mailto:ana.x+1@b\u00fccher.example?subject=x",
                "'ana.x+1@b\u00fccher.example'",
                "one\nana.x+1@b\u00fccher.example\ntwo",
                "Ask ana.x+1@b\u00fccher.example.",
                "_ana.x+1@b\u00fccher.example_",
                "\u00a0ana.x+1@b\u00fccher.example\u200b",
                "owner=ana.x+1@b\u00fccher.example;x"
            })
    void finds_the_address_in_any_case_and_spelling(String text) {
        assertThat(isFoundIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "joana.x+1@b\u00fccher.example",
                "jo.ana.x+1@b\u00fccher.example",
                "o'ana.x+1@b\u00fccher.example",
                "jo-ana.x+1@b\u00fccher.example",
                "ana.x+1@b\u00fccher.example.org",
                "ana.x+1@b\u00fccher.examples",
                "ana.x+1@b\u00fccher.example-x.org",
                "anaax+1@b\u00fccher.example",
                "ana.xx1@b\u00fccher.example",
                "ana.x+1@bucher.example"
            })
    void leaves_other_addresses_alone(String text) {
        assertThat(isFoundIn(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            ana@acme.example,      ana@
            O'Hara.X@acme.example, hara.x@
            josé@acme.example,     @
            a/b@acme.example,      b@
            """)
    void its_fragment_is_written_alike_in_every_json(String address, String fragment) {
        assertThat(of(address).fragment()).isEqualTo(fragment);
    }

    @Test
    void tells_nothing() {
        assertThat(ANA).hasToString("AddressPattern");
    }

    private static boolean isFoundIn(String text) {
        boolean found = Pattern.compile(ANA.regex(), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
        assertThat(!found || text.toLowerCase(Locale.ROOT).contains(ANA.fragment()))
                .isTrue();
        return found;
    }

    private static AddressPattern of(String address) {
        return AddressPattern.of(Recipient.of(address, LocalPart.UTF8).orElseThrow());
    }
}
