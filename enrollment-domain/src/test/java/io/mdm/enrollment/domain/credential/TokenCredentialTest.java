package io.mdm.enrollment.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are credentials at all. */
class TokenCredentialTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final CredentialFactory credentials = new CredentialFactory(List.of(CredentialFactoryTest.UP));
    private final String text = credentials
            .issue("up", CredentialFactoryTest.TOKEN, CredentialFactoryTest.SALT, 0)
            .value();

    @Test
    void it_is_short_and_safe_in_a_url() {
        assertThat(text).hasSize(TokenCredential.LENGTH).hasSizeLessThan(100).matches("mdmenr_[0-9A-Za-z]+");
    }

    @Test
    void what_was_issued_is_read_back() {
        var random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            var id = new byte[12];
            var mac = new byte[TokenCredential.MAC_BYTES];
            random.nextBytes(id);
            random.nextBytes(mac);
            var credential = TokenCredential.of(id, random.nextInt(0x10000), mac);

            assertThat(TokenCredential.parse(credential.value())).hasValueSatisfying(read -> {
                assertThat(read).isEqualTo(credential).hasSameHashCodeAs(credential);
                assertThat(read.tokenIdBytes()).isEqualTo(id);
                assertThat(read.generation()).isEqualTo(credential.generation());
                assertThat(read.mac()).isEqualTo(mac);
            });
        }
    }

    @Test
    void every_mistyped_character_is_noticed() {
        var mistyped = IntStream.range(0, text.length())
                .boxed()
                .flatMap(at -> (ALPHABET + "-_ .\u0000é\uff11\ud83d")
                        .chars()
                        .filter(letter -> letter != text.charAt(at))
                        .mapToObj(letter -> text.substring(0, at) + (char) letter + text.substring(at + 1)));

        assertThat(mistyped).hasSizeGreaterThan(3_000).allSatisfy(TokenCredentialTest::isNone);
    }

    @Test
    void every_swap_of_two_characters_is_noticed() {
        var swapped = IntStream.range(0, text.length())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, text.length())
                        .filter(other -> text.charAt(one) != text.charAt(other))
                        .mapToObj(other -> swap(one, other)));

        assertThat(swapped).hasSizeGreaterThan(1_000).allSatisfy(TokenCredentialTest::isNone);
    }

    @Test
    void every_other_length_is_noticed() {
        var cut = IntStream.range(0, text.length()).mapToObj(end -> text.substring(0, end));
        var grown = Stream.of(text + "0", "0" + text, text + " ", " " + text, text + text, "x".repeat(100_000));

        assertThat(Stream.concat(cut, grown)).allSatisfy(TokenCredentialTest::isNone);
    }

    @Test
    void guesses_do_not_pass_the_checksum() {
        var random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            isNone(TokenCredential.PREFIX + letters(random, TokenCredential.LENGTH - TokenCredential.PREFIX.length()));
        }
    }

    @Test
    void the_largest_number_of_thirty_bytes_is_one() {
        assertThat(TokenCredential.parse("mdmenr_3YlCgNeYQ06HBQNGiYxnQHuEkjfZkCSUgsd1cNg8V4IsJPe"))
                .map(TokenCredential::generation)
                .contains(TokenCredential.LAST_GENERATION);
    }

    /** One more, and the largest of that width; their checksums are right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mdmenr_3YlCgNeYQ06HBQNGiYxnQHuEkjfZkCSUgsd1cNg8W2rAqUG",
                "mdmenr_zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz2BfeFO"
            })
    void a_larger_number_is_none(String tooLarge) {
        isNone(tooLarge);
    }

    @Test
    void it_does_not_show_itself() {
        assertThat(TokenCredential.parse(text).orElseThrow())
                .hasToString("TokenCredential[" + CredentialFactoryTest.TOKEN + "]");
    }

    private static void isNone(String text) {
        assertThat(TokenCredential.parse(text)).isEmpty();
    }

    private String swap(int one, int other) {
        var letters = text.toCharArray();
        letters[one] = text.charAt(other);
        letters[other] = text.charAt(one);
        return new String(letters);
    }

    private static String letters(Random random, int count) {
        return random.ints(count, 0, ALPHABET.length())
                .collect(StringBuilder::new, (all, i) -> all.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }
}
