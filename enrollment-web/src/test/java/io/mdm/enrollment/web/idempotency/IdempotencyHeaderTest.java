package io.mdm.enrollment.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mdm.enrollment.api.http.RequestRefused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyHeaderTest {

    @Test
    void means_the_same_in_quotation_marks() {
        assertThat(value("\"k-1\"")).isEqualTo("k-1");
        assertThat(value("k-1")).isEqualTo("k-1");
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
                .isThrownBy(() -> IdempotencyHeader.read(values))
                .satisfies(refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.path()).containsExactly("Idempotency-Key")));
    }

    private static String value(String header) {
        return IdempotencyHeader.read(List.of(header));
    }
}
