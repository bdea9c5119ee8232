package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses can be mailed, what the wire sees of them, and which of them are the same. */
class RecipientTest {
    /** Against backtracking without end; nothing is said about speed. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String LABEL_63 = "a".repeat(63);
    private static final String LOCAL_64 = "a".repeat(64);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@acme.example",
                "Ana.Maria+mdm@sub.acme.example",
                "!#$%&'*+-/=?^_`{|}~@acme.example",
                "0@1.example",
                "a@123.example",
                "a@b.123a",
                "a@x--y.example",
                "a@ab--cd.example",
                "a@b-c.example",
                "-@acme.example",
                "a@b.c"
            })
    void plain_addresses_are_good_and_stay_as_they_are(String address) {
        assertThat(ascii(address)).hasValueSatisfying(recipient -> {
            assertThat(recipient.address()).isEqualTo(address);
            assertThat(recipient.key()).isEqualTo(address.toLowerCase(Locale.ROOT));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // not one addr-spec
                "",
                "@",
                "nobody",
                "@acme.example",
                "a@",
                "a@@acme.example",
                "a@b@acme.example",
                "Ana <ana@acme.example>",
                "<ana@acme.example>",
                "list: ana@acme.example;",
                "a@acme.example,b@acme.example",
                "a@acme.example;",
                "mailto:a@acme.example?subject=x",
                "a b@acme.example",
                "a@ acme.example",
                // quotes, comments, literals, routes
                "\"ana\"@acme.example",
                "\"a b\"@acme.example",
                "ana(comment)@acme.example",
                "ana@acme.example(comment)",
                "(x)ana@acme.example",
                "ana@[127.0.0.1]",
                "ana@[IPv6:::1]",
                "a\\b@acme.example",
                "a,b@acme.example",
                "a:b@acme.example",
                // dots
                ".a@acme.example",
                "a.@acme.example",
                "a..b@acme.example",
                "a@.acme.example",
                "a@acme..example",
                "a@acme.example.",
                "a@acme.example..",
                "a@.",
                // labels
                "a@b",
                "a@localhost",
                "a@-b.example",
                "a@b-.example",
                "a@b.-example",
                "a@b.example-",
                "a@b_c.example",
                "a@b!c.example",
                "a@b/c.example",
                "a@b c.example",
                "a@acme.example:25",
                // characters that no header may see
                "a@acme.example\r\nBcc: e@evil.example",
                "a\r\n@acme.example",
                "a\u0000@acme.example",
                "a@ac\u0000me.example",
                "a\u0009b@acme.example",
                "a@acme\u0085.example",
                // internationalized names that are none
                "a@xn--.example",
                "a@xn--a.example",
                "a@xn--\u00fc.example",
                "a@\u00fc\u0000.example",
                "a@\u00fc_x.example",
                "a@-\u00fc.example",
                "a@\u00fc",
                "a@\u00fc.",
                "a@\u0300a.example",
                "a@\u00ad.example",
                "a@a\u05d0.example",
                "a@b\uff20c.example",
                "a\uff20acme.example",
                "a@\ud83d.example",
                // not of this script
                "jos\u00e9@acme.example",
                "\u7528\u6237@acme.example"
            })
    void everything_else_is_invalid(String address) {
        assertThat(ascii(address)).isEmpty();
    }

    static Stream<String> invisible() {
        return Stream.concat(
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(RecipientTest::isSeparatorControlOrFormat)
                        .mapToObj(Character::toString),
                // ignored, although marks or letters; what Excel, Outlook and web pages leave
                Stream.of("\u034f", "\ufe0f", "\u115f", "\u3164", "\r\n", "\u00a0\u200b\t", "\u202a\u200e\ufeff"));
    }

    private static boolean isSeparatorControlOrFormat(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }

    @Test
    void what_nobody_sees_is_no_part_of_an_address_around_it_and_refused_within() {
        assertThat(invisible()).hasSizeGreaterThan(200).allSatisfy(text -> {
            for (var part : LocalPart.values()) {
                assertThat(Recipient.of(text + "Ana@Acme.Example" + text, part))
                        .map(Recipient::address)
                        .contains("Ana@acme.example");
                assertThat(Recipient.of("a" + text + "na@acme.example", part)).isEmpty();
                assertThat(Recipient.of("ana" + text + "@acme.example", part)).isEmpty();
                assertThat(Recipient.of("ana@ac" + text + "me.example", part)).isEmpty();
                assertThat(Recipient.of("ana@b\u00fc" + text + "cher.example", part))
                        .isEmpty();
                assertThat(Recipient.of(text + text, part)).isEmpty();
            }
            assertThat(Recipient.trimmed(text + "Ana <ana@acme.example>" + text))
                    .isEqualTo("Ana <ana@acme.example>");
            assertThat(Recipient.hashOf(text + "an" + text + "a@acme" + text + ".example"))
                    .isEqualTo(utf8("ana@acme.example").hash());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@acme.123",
                "a@1.2.3.4",
                "a@acme.0",
                "a@acme.\uff11\uff12",
                "a@b\u00fccher.7",
                // characters that UTS #46 lets pass and IDNA 2008 does not
                "a@i\u2764.example",
                "a@xn--i-7iq.example",
                "a@\u2603.example",
                "a@\ud83d\ude42.example",
                "a@xn--938h.example",
                "a@acme.\u00a9",
                "a@a\u2013b.example",
                "a@a\u2215b.example",
                "a@a\u0640\u0628.example",
                "a@\u2603\ufe0f.example",
                // characters that are good beside others only
                "a@a\u00b7b.example",
                "a@\u30fb.example",
                "a@a\u05f3.example"
            })
    void domains_that_cannot_receive_are_invalid(String address) {
        assertThat(ascii(address)).isEmpty();
        assertThat(Recipient.of(address, LocalPart.UTF8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:a@acme.example",
                "MAILTO:a@acme.example",
                "<a@acme.example>",
                "Name <a@acme.example>",
                "\"Name\" <a@acme.example>",
                "a@acme.example <a@acme.example>",
                "'a@acme.example'",
                "\"a@acme.example\"",
                "\u201ca@acme.example\u201d",
                "a@acme.example.",
                "a@acme.example\u3002",
                "a@acme.example,",
                "a@acme.example;",
                "a@acme.example:",
                "a@acme.example; b@acme.example",
                "a@acme.example, b@acme.example",
                "a@acme.example b@acme.example",
                "a@acme.example\nb@acme.example",
                "(a@acme.example)",
                "[a@acme.example]",
                "smtp:a@acme.example"
            })
    void wrapped_addresses_are_invalid(String address) {
        assertThat(ascii(address)).isEmpty();
        assertThat(Recipient.of(address, LocalPart.UTF8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "user@straße.de,          user@xn--strae-oqa.de",
        "user@STRASSE.de,         user@strasse.de",
        "user@bücher.example,     user@xn--bcher-kva.example",
        "user@BÜCHER.example,     user@xn--bcher-kva.example",
        "user@XN--BCHER-KVA.example, user@xn--bcher-kva.example",
        "user@例え.テスト,          user@xn--r8jz45g.xn--zckzah",
        "user@例え。テスト,          user@xn--r8jz45g.xn--zckzah",
        "user@ουτοπίας.example,   user@xn--kxae4bafojh.example",
        "user@faß.x,              user@xn--fa-hia.x",
        "user@l·l.example,        user@xn--ll-0ea.example",
        "user@カ・ナ.example,      user@xn--lck2c6g.example",
        "user@〇.example,          user@xn--w6j.example",
        "user@ａｃｍｅ.example,   user@acme.example",
        "Ana@ACME.Example,        Ana@acme.example"
    })
    void the_wire_sees_lower_case_a_labels(String given, String wire) {
        assertThat(ascii(given)).map(Recipient::address).contains(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "ana@acme.example,        ANA@ACME.EXAMPLE",
        "user@straße.de,          USER@xn--strae-oqa.de",
        "user@bücher.example,     user@bu\u0308cher.example",
        "ILKIN@acme.example,      ilkin@acme.example"
    })
    void the_same_address_has_one_key(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource({
        "ana@acme.example,        ana+mdm@acme.example",
        "ana.maria@acme.example,  anamaria@acme.example",
        "user@straße.de,          user@strasse.de",
        "ana@acme.example,        ana@www.acme.example"
    })
    void different_addresses_have_different_keys(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    @Test
    void the_language_of_the_machine_does_not_matter() {
        var before = Locale.getDefault();
        Locale.setDefault(new Locale("tr", "TR"));
        try {
            assertThat(ascii("ILKIN@TITLE.EXAMPLE")).hasValueSatisfying(recipient -> {
                assertThat(recipient.address()).isEqualTo("ILKIN@title.example");
                assertThat(recipient.key()).isEqualTo("ilkin@title.example");
            });
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void ten_thousand_spellings_are_one_recipient() {
        var random = new Random(18);
        var keys = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            keys.add(utf8(spelling("jos\u00e9.b\u00fcrgi@b\u00fccher-title.example", random))
                    .key());
        }

        assertThat(keys).containsExactly("jos\u00e9.b\u00fcrgi@xn--bcher-title-thb.example");
    }

    private static String spelling(String address, Random random) {
        return address.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> random.nextBoolean() ? letter.toUpperCase(Locale.ROOT) : letter)
                .map(letter -> random.nextBoolean() ? Normalizer.normalize(letter, Normalizer.Form.NFD) : letter)
                .collect(Collectors.joining());
    }

    static Stream<String> longest() {
        return Stream.of(
                LOCAL_64 + "@acme.example",
                "a@" + LABEL_63 + ".example",
                LOCAL_64 + "@" + (LABEL_63 + ".").repeat(2) + "b".repeat(61),
                "a@" + "b.".repeat(125) + "cc");
    }

    @ParameterizedTest
    @MethodSource
    void longest(String address) {
        assertThat(ascii(address)).isPresent();
    }

    static Stream<String> too_long() {
        return Stream.of(
                LOCAL_64 + "a@acme.example",
                "a@" + LABEL_63 + "a.example",
                LOCAL_64 + "@" + (LABEL_63 + ".").repeat(2) + "b".repeat(62),
                "a@" + "b.".repeat(125) + "ccc",
                "a@" + "\u00fc".repeat(60) + ".example",
                "a@" + ("b\u00fc".repeat(15) + ".").repeat(7) + "example");
    }

    @ParameterizedTest
    @MethodSource
    void too_long(String address) {
        assertThat(ascii(address)).isEmpty();
        assertThat(Recipient.of(address, LocalPart.UTF8)).isEmpty();
    }

    @Test
    void the_bounds_are_octets_and_not_characters() {
        assertThat(Recipient.of("\u00e9".repeat(32) + "@acme.example", LocalPart.UTF8))
                .isPresent();
        assertThat(Recipient.of("\u00e9".repeat(33) + "@acme.example", LocalPart.UTF8))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jos\u00e9@acme.example", "\u7528\u6237@\u4f8b\u3048.example", "\ud83d\ude42@acme.example"})
    void local_parts_of_every_script_are_good_for_a_relay_that_takes_them(String address) {
        assertThat(ascii(address)).isEmpty();
        assertThat(utf8(address).key()).isEqualTo(utf8(address).address());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u200bb@acme.example",
                "a\u202eb@acme.example",
                "a\u00a0b@acme.example",
                "a\u2028b@acme.example",
                "a\u0085b@acme.example",
                "a\ud83d@acme.example",
                "a\ue000@acme.example",
                "a\"\u00e9\"@acme.example",
                "\u00e9..\u00e9@acme.example"
            })
    void what_cannot_be_seen_is_no_letter_of_any_script(String address) {
        assertThat(Recipient.of(address, LocalPart.UTF8)).isEmpty();
    }

    @Test
    void a_local_part_is_mailed_as_given_however_it_is_composed() {
        var recipient = utf8("jose\u0301@acme.example");

        assertThat(recipient.address()).isEqualTo("jose\u0301@acme.example");
        assertThat(recipient.key()).isEqualTo("jos\u00e9@acme.example");
    }

    static Stream<String> monsters() {
        return Stream.of(
                "a@" + "a.".repeat(50_000) + "a",
                "a!".repeat(50_000) + "@acme.example",
                "a".repeat(100_000) + "@acme.example",
                "a.".repeat(50_000) + "a@acme.example",
                "@".repeat(100_000),
                "a@" + "\u00fc.".repeat(50_000) + "example",
                "a@" + "xn--".repeat(25_000),
                " ".repeat(100_000),
                "a@acme.example" + " x".repeat(50_000));
    }

    @ParameterizedTest(name = "[{index}]")
    @MethodSource
    void monsters(String address) {
        Assertions.assertTimeoutPreemptively(
                PATIENCE,
                () -> IntStream.range(0, 1_000)
                        .forEach(i -> assertThat(ascii(address)).isEmpty()));
    }

    /** Computed with Python's hashlib. */
    @Test
    void its_hash_is_the_beginning_of_the_sha_256_of_what_counts() {
        assertThat(utf8("Ana@ACME.example").hash()).isEqualTo(-4_970_924_934_587_997_162L);
        assertThat(utf8("JOSE\u0301@m\u00fcnchen.example").hash()).isEqualTo(-1_653_901_169_263_097_628L);
    }

    @Test
    void it_does_not_show_itself() {
        assertThat(utf8("ana@acme.example").toString()).doesNotContain("ana");
    }

    private static Optional<Recipient> ascii(String address) {
        return Recipient.of(address, LocalPart.ASCII);
    }

    private static Recipient utf8(String address) {
        return Recipient.of(address, LocalPart.UTF8).orElseThrow();
    }

    private static String key(String address) {
        return ascii(address).orElseThrow().key();
    }
}
