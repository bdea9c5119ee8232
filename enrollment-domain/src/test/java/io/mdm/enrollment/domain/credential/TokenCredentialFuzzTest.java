package io.mdm.enrollment.domain.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any text is a credential or none; see docs/testing.md. */
class TokenCredentialFuzzTest {
    private static final int ID_BYTES = 12;

    @FuzzTest(maxDuration = "3m")
    void parses_any_text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        TokenCredential.parse(text).ifPresent(credential -> {
            assertThat(credential.value()).isEqualTo(text);
            assertThat(TokenCredential.of(credential.tokenIdBytes(), credential.generation(), credential.mac()))
                    .isEqualTo(credential)
                    .extracting(TokenCredential::value)
                    .isEqualTo(text);
        });
    }

    /** Guesses hardly ever pass the checksum, so good ones are made. */
    @FuzzTest(maxDuration = "3m")
    void reads_whatever_it_wrote(byte[] input) {
        var payload = ByteBuffer.wrap(Arrays.copyOf(input, ID_BYTES + Short.BYTES + TokenCredential.MAC_BYTES));
        var id = new byte[ID_BYTES];
        payload.get(id);
        int generation = Short.toUnsignedInt(payload.getShort());
        var mac = new byte[TokenCredential.MAC_BYTES];
        payload.get(mac);
        var credential = TokenCredential.of(id, generation, mac);

        var read = TokenCredential.parse(credential.value());
        assertThat(read).contains(credential);
        assertThat(read.orElseThrow().tokenIdBytes()).isEqualTo(id);
        assertThat(read.orElseThrow().generation()).isEqualTo(generation);
        assertThat(read.orElseThrow().mac()).isEqualTo(mac);
        assertThat(credential.value()).hasSizeLessThan(100).matches("[A-Za-z0-9_]+");
    }
}
