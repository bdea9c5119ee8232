package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrandColorTest {

    @ParameterizedTest
    @CsvSource({
        "#0b5fff, #0b5fff, #ffffff",
        "' #0B5FFF ', #0b5fff, #ffffff",
        "#fd0, #ffdd00, #000000",
        "#fd08, #ffdd00, #000000",
        "#00000080, #000000, #ffffff",
        "#fff, #ffffff, #000000",
        "#777777, #777777, #000000"
    })
    void reads_hexadecimal_colors_and_finds_what_can_be_read_on_them(
            String color, String background, String foreground) {
        assertThat(BrandColor.of(color)).isEqualTo(new BrandColor(background, foreground));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "blue",
                "#12",
                "#12345",
                "#1234567",
                "#ggg",
                "0b5fff",
                "#fff;x",
                "#fff\n#000",
                "#fff}body{display:none",
                "url(https://evil.example)"
            })
    void takes_its_own_for_anything_else(String color) {
        assertThat(BrandColor.of(color)).isEqualTo(new BrandColor("#0b57d0", "#ffffff"));
    }

    @Test
    void text_can_be_read_on_any_color_and_any_color_be_seen_on_white() {
        for (int i = 0; i < 4096; i++) {
            var color = BrandColor.of("#%03x".formatted(i));

            assertThat(BrandColor.contrast(color.background(), color.foreground()))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(BrandColor.contrast(color.edge(), "#ffffff")).isGreaterThanOrEqualTo(3);
        }
    }
}
