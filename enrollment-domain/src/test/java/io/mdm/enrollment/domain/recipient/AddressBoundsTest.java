package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly where the rules for addresses begin and end. */
class AddressBoundsTest {
    private static final String LETTERS_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MAX_OCTETS = 254;

    @Test
    void a_label_has_letters_digits_and_inner_hyphens() {
        assertThat(accepted("a@x%sx.example")).isEqualTo(sorted(LETTERS_DIGITS + "-."));
        assertThat(accepted("a@%sx.example")).isEqualTo(sorted(LETTERS_DIGITS));
        assertThat(accepted("a@x%s.example")).isEqualTo(sorted(LETTERS_DIGITS));
    }

    @Test
    void a_local_part_has_the_characters_of_an_atom_and_inner_dots() {
        assertThat(accepted("x%sx@acme.example")).isEqualTo(sorted(LETTERS_DIGITS + "!#$%&'*+-/=?^_`{|}~."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@acme.example.", "a@.acme.example", "a@acme..example", "a@acme", "a@", "a@."})
    void every_label_has_something_in_it(String address) {
        assertThat(Recipient.of(address, LocalPart.UTF8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_address_has_254_octets_at_most(LocalPart localPart) {
        assertThat(Recipient.of(withOctets(MAX_OCTETS, "a.example"), localPart)).isPresent();
        assertThat(Recipient.of(withOctets(MAX_OCTETS + 1, "a.example"), localPart))
                .isEmpty();
    }

    @Test
    void octets_are_counted_as_the_wire_has_them() {
        int added = "xn--bcher-kva".length() - "bücher".length();

        assertThat(Recipient.of(withOctets(MAX_OCTETS - added, "bücher.example"), LocalPart.ASCII))
                .isPresent();
        assertThat(Recipient.of(withOctets(MAX_OCTETS - added + 1, "bücher.example"), LocalPart.ASCII))
                .isEmpty();
        assertThat(Recipient.of("é".repeat(32) + "@acme.example", LocalPart.UTF8))
                .isPresent();
        assertThat(Recipient.of("é".repeat(32) + "a@acme.example", LocalPart.UTF8))
                .isEmpty();
    }

    @Test
    void the_outside_learns_nothing_from_its_text() {
        assertThat(Recipient.of("ana@acme.example", LocalPart.ASCII).orElseThrow())
                .hasToString("Recipient");
    }

    /** An address of so many characters that ends in this domain. */
    private static String withOctets(int octets, String domain) {
        String start = "a@" + ("b".repeat(50) + ".").repeat(4);
        return start + "c".repeat(octets - start.length() - domain.length() - 1) + "." + domain;
    }

    /** The ASCII characters with which the address is one. */
    private static String accepted(String template) {
        return sorted(IntStream.range(0, 0x80)
                .mapToObj(Character::toString)
                .filter(character -> Recipient.of(template.replace("%s", character), LocalPart.ASCII)
                        .isPresent())
                .reduce("", String::concat));
    }

    private static String sorted(String characters) {
        return characters.chars().sorted().mapToObj(Character::toString).reduce("", String::concat);
    }
}
