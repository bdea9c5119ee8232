package io.mdm.enrollment.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mdm.enrollment.api.spi.ModuleConfiguration.SecretKey;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is issued, byte for byte, and what is taken for genuine.
 *
 * <p>The fixed credentials were computed with Python alone, {@code b62} writing a number in the given width with the
 * digits {@code 0-9A-Za-z}:
 *
 * <pre>{@code
 * msg = b"mdm enrollment token credential 1\0" + bytes.fromhex(token_id) + struct.pack(">H", generation) + salt
 * mac = hmac.new(key, msg, hashlib.sha256).digest()[:16]
 * payload = bytes.fromhex(token_id) + struct.pack(">H", generation) + mac
 * text = "mdmenr_" + b62(int.from_bytes(payload, "big"), 41)
 * credential = text + b62(zlib.crc32(text.encode()), 6)
 * }</pre>
 *
 * and the fixed codes by
 *
 * <pre>{@code
 * msg = b"mdm enrollment token code 1\0" + bytes.fromhex(token_id) + struct.pack(">H", generation) + salt
 * mac = hmac.new(key, msg, hashlib.sha256).digest()[:16]
 * digits = int.from_bytes(mac, "big") % 31**10  # to the base of 31
 * }</pre>
 *
 * Key {@code up} is the bytes 0 to 31, key {@code ones} 64 bytes of 0xff.
 */
class CredentialFactoryTest {
    static final SecretKey UP = new SecretKey("up", upTo(32));
    static final SecretKey ONES = new SecretKey("ones", HexFormat.of().parseHex("ff".repeat(64)));
    static final String TOKEN = "698efa6ed851667d9c0aec88";
    static final byte[] SALT = upTo(SaltSource.BYTES);

    private final CredentialFactory credentials = new CredentialFactory(List.of(UP, ONES));

    @ParameterizedTest
    @CsvSource({
        "up, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 0, mdmenr_1T1kia3xoGoGE9IUuIEpl17zWDPUICy64Fso4Mtjs3BQTNt",
        "up, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 1, mdmenr_1T1kia3xoGoGE9IUuIErnuiG98QestSyXJDkeW8JE1ec6MV",
        "up, 000000000000000000000000, 00000000000000000000000000000000, 0, mdmenr_00000000000000000005Y7tOrKmlii8kPREJar6Te1vWB2U",
        "ones, ffffffffffffffffffffffff, ffffffffffffffffffffffffffffffff, 65535, mdmenr_3YlCgNeYQ06HBQNGiYxlDUz5PkS3dR4GWOmhPCskb116l9X",
        "ones, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 0, mdmenr_1T1kia3xoGoGE9IUuIEijhGuONp0WhXHLczmtynBb3q5WEK"
    })
    void credentials_stay_as_they_were_first_issued(
            String keyId, String tokenId, String salt, int generation, String expected) {
        var saltBytes = HexFormat.of().parseHex(salt);

        var credential = credentials.issue(keyId, tokenId, saltBytes, generation);

        assertThat(credential.value()).isEqualTo(expected);
        assertThat(TokenCredential.parse(expected)).contains(credential);
        assertThat(credential.tokenId()).isEqualTo(tokenId);
        assertThat(credential.generation()).isEqualTo(generation);
        assertThat(credentials.verifies(credential, keyId, saltBytes)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "up, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 0, 9SBS7-4EBFN",
        "up, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 1, 6RMEA-SRSC4",
        "up, 000000000000000000000000, 00000000000000000000000000000000, 0, 55TNM-B7VTR",
        "ones, ffffffffffffffffffffffff, ffffffffffffffffffffffffffffffff, 65535, 97F94-8MYA4",
        "ones, 698efa6ed851667d9c0aec88, 000102030405060708090a0b0c0d0e0f, 0, UB74B-9XWZA"
    })
    void codes_stay_as_they_were_first_issued(
            String keyId, String tokenId, String salt, int generation, String expected) {
        var code = credentials.code(keyId, tokenId, HexFormat.of().parseHex(salt), generation);

        assertThat(code.value()).isEqualTo(expected);
        assertThat(EnrollCode.parse(expected)).contains(code);
    }

    @Test
    void a_token_id_may_come_in_upper_case() {
        assertThat(credentials.issue("up", TOKEN.toUpperCase(Locale.ROOT), SALT, 0))
                .isEqualTo(credentials.issue("up", TOKEN, SALT, 0));
    }

    @Test
    void another_salt_key_generation_or_token_is_not_genuine() {
        var credential = credentials.issue("up", TOKEN, SALT, 3);

        assertThat(credentials.verifies(credential, "up", upTo(SaltSource.BYTES - 1)))
                .isFalse();
        assertThat(credentials.verifies(credential, "up", new byte[SaltSource.BYTES]))
                .isFalse();
        assertThat(credentials.verifies(credential, "ones", SALT)).isFalse();
        assertThat(credentials.verifies(claiming(TOKEN, 4, credential.mac()), "up", SALT))
                .isFalse();
        assertThat(credentials.verifies(claiming("698efa6ed851667d9c0aec89", 3, credential.mac()), "up", SALT))
                .isFalse();
        assertThat(credentials.verifies(claiming(TOKEN, 3, credential.mac()), "up", SALT))
                .isTrue();
    }

    @Test
    void every_bit_of_the_mac_counts() {
        var credential = credentials.issue("up", TOKEN, SALT, 0);

        IntStream.range(0, 8 * TokenCredential.MAC_BYTES).forEach(bit -> {
            var mac = credential.mac();
            mac[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(credentials.verifies(claiming(TOKEN, 0, mac), "up", SALT))
                    .isFalse();
        });
    }

    @Test
    void after_a_rotation_old_links_go_on_until_the_old_key_is_gone() {
        var before = new CredentialFactory(List.of(UP));
        var after = new CredentialFactory(List.of(ONES, UP));
        var later = new CredentialFactory(List.of(ONES));
        var credential = before.issue(before.signingKeyId(), TOKEN, SALT, 0);

        assertThat(after.signingKeyId()).isEqualTo("ones");
        assertThat(after.verifies(credential, "up", SALT)).isTrue();
        assertThat(after.issue("up", TOKEN, SALT, 0)).isEqualTo(credential);
        assertThat(later.verifies(credential, "up", SALT)).isFalse();
    }

    @Test
    void an_unknown_key_cannot_issue() {
        assertThatIllegalStateException()
                .isThrownBy(() -> credentials.issue("gone", TOKEN, SALT, 0))
                .withMessage("There is no secret key with the id gone");
        assertThatIllegalStateException().isThrownBy(() -> credentials.code("gone", TOKEN, SALT, 0));
        assertThat(credentials.knows("gone")).isFalse();
        assertThat(credentials.knows("ones")).isTrue();
    }

    @Test
    void arguments_out_of_bounds_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.issue("up", TOKEN, SALT, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.issue("up", TOKEN, SALT, 65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.issue("up", TOKEN, upTo(15), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> credentials.issue("up", TOKEN + "00", SALT, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> credentials.issue("up", TOKEN.replace('6', 'g'), SALT, 0));
    }

    @Test
    void threads_do_not_disturb_each_other() {
        var expected = IntStream.range(0, 2_000)
                .mapToObj(generation -> credentials.issue("up", TOKEN, SALT, generation))
                .toList();

        var parallel = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(generation -> credentials.issue("up", TOKEN, SALT, generation))
                .toList();

        assertThat(parallel).isEqualTo(expected);
    }

    @Test
    void salts_differ() {
        var salts = new SaltSource();
        var seen = new HashSet<String>();

        for (int i = 0; i < 2_000; i++) {
            var salt = salts.next();
            assertThat(salt).hasSize(16);
            seen.add(HexFormat.of().formatHex(salt));
        }

        assertThat(seen).hasSize(2_000);
    }

    private static TokenCredential claiming(String tokenId, int generation, byte[] mac) {
        return TokenCredential.of(HexFormat.of().parseHex(tokenId), generation, mac);
    }

    private static byte[] upTo(int length) {
        var bytes = new byte[length];
        for (byte i = 0; i < length; i++) {
            bytes[i] = i;
        }
        return bytes;
    }
}
