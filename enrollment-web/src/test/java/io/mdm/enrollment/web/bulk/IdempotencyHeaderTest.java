package io.mdm.enrollment.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.IdempotencyKey;
import io.mdm.enrollment.api.http.RequestRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyHeaderTest {
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void is_optional() {
        assertThat(IdempotencyHeader.read(null, body(""))).isEmpty();
        assertThat(IdempotencyHeader.read(List.of(), body(""))).isEmpty();
    }

    @Test
    void comes_with_the_hash_of_the_body_that_was_read() throws IOException {
        var body = body("abc");
        body.readAllBytes();

        assertThat(IdempotencyHeader.read(List.of("k-1"), body)).contains(new IdempotencyKey("k-1", ABC));
    }

    @Test
    void means_the_same_in_quotation_marks() {
        assertThat(value("\"k-1\"")).isEqualTo("k-1");
    }

    @Test
    void may_have_255_visible_characters() {
        assertThat(value("~".repeat(255))).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a b", "a\tb", "ä", "\u007f"})
    void is_refused_when_it_is_empty_or_not_visible_ascii(String value) {
        assertRefused(List.of(value));
    }

    @Test
    void is_refused_when_it_is_too_long_or_given_twice() {
        assertRefused(List.of("~".repeat(256)));
        assertRefused(List.of("a", "a"));
    }

    private static void assertRefused(List<String> values) {
        assertThatExceptionOfType(RequestRefused.class)
                .isThrownBy(() -> IdempotencyHeader.read(values, body("")))
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.path()).containsExactly("Idempotency-Key")));
    }

    private static String value(String header) {
        return IdempotencyHeader.read(List.of(header), body("")).orElseThrow().value();
    }

    private static HashedBody body(String text) {
        return new HashedBody(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
