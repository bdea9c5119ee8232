package io.mdm.enrollment.web.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Test
    void puts_everything_on_one_line() {
        assertThat(CleanText.singleLine("Acme\r\nBcc: eve@evil.example\u2028x\u202Ey\u0000\u0085"))
                .isEqualTo("Acme Bcc: eve@evil.example x y");
    }

    @Test
    void shortens_without_cutting_a_character_in_two() {
        assertThat(CleanText.shortened("😀😀😀", 3)).isEqualTo("😀😀😀");
        assertThat(CleanText.shortened("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
