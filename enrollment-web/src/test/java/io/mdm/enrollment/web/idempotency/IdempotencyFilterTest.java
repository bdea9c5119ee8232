package io.mdm.enrollment.web.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdempotencyFilterTest {
    private static final String BASE = "https://mdm.example/api/v1/organizations/%s/mdm/windows/enterprise";

    /** Computed with Python's hashlib. */
    @Test
    void a_key_belongs_to_method_path_and_body() throws IOException {
        var body = new HashedBody("POST /enrollment-tokens/bulk", new ByteArrayInputStream("abc".getBytes(UTF_8)));
        body.readAllBytes();

        assertThat(HexFormat.of().formatHex(body.hash()))
                .isEqualTo("54100647778fd1182f9d48cc145ac32b0c81e955267159d52f7857e90e01128f");
    }

    @ParameterizedTest
    @CsvSource({
        "acme, /enrollment-tokens/bulk, /enrollment-tokens/bulk",
        "698efa6ed851667d9c0aec88, /enrollment-tokens/bulk, /enrollment-tokens/bulk",
        "enrollment-tokens, /enrollment-tokens/bulk, /enrollment-tokens/bulk",
        "acme, /enrollment-tokens, /enrollment-tokens",
        "acme, /enrollment-tokens?a=%20, /enrollment-tokens?a=%20",
    })
    void the_path_is_told_from_the_collection_on_with_the_query(String organization, String path, String target) {
        assertThat(IdempotencyFilter.target(URI.create(BASE.formatted(organization) + path)))
                .isEqualTo(target);
    }
}
