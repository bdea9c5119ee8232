package io.mdm.enrollment.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    @ParameterizedTest
    @CsvSource({
        "#0B5FFF, #0b5fff, #ffffff",
        "#ff0, #ffff00, #000000",
        "#ff08, #ffff00, #000000",
        "#12345678, #123456, #ffffff",
        "' #777777 ', #777777, #000000"
    })
    void has_text_that_can_be_read_on_it(String given, String color, String onColor) {
        assertThat(Brand.of(given)).isEqualTo(new Brand(color, onColor));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "red", "#12", "#12345", "#ggg", "#fff}body{display:none", "url(https://evil.example)"})
    void is_ours_where_there_is_none(String given) {
        assertThat(Brand.of(given)).isEqualTo(Brand.of("#0b57d0"));
    }

    /** WCAG 2.2, 1.4.3. */
    @Test
    void has_enough_contrast_whatever_the_color() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 0x101) {
            var brand = Brand.of("#%06x".formatted(rgb));
            assertThat(contrast(brand)).as(brand.color()).isGreaterThanOrEqualTo(4.5);
        }
    }

    private static double contrast(Brand brand) {
        double one = Brand.luminance(brand.color()) + 0.05;
        double other = Brand.luminance(brand.onColor()) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }
}
