package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail programs cut off what is much longer than 100 kB. */
class MailSizeTest {
    private static final int LARGEST = 100 * 1024;
    private static final int MAX_UNITS = 20_000;

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_mail_with_a_letter_of_words_stays_below_100_kb_on_the_wire(Language language) throws Exception {
        var words = "\u62db\u5f85\u72b6".repeat(1_000);

        assertThat(WrittenMail.of(MailExamples.wording(language, "Acme", "Laptops", words))
                        .raw())
                .hasSizeLessThan(LARGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"word ", "\u043f\u0440\u0438\u0432\u0435\u0442 ", "\u62db", "\ud83d\ude00", "a.", "x\n\n", "x\n"
            })
    void its_html_stays_below_100_kb_with_as_many_words_as_are_allowed(String unit) throws Exception {
        var words = unit.repeat(MAX_UNITS / unit.length());

        assertThat(WrittenMail.of(MailExamples.wording(Language.RU, "Acme", "Laptops", words))
                        .html()
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(LARGEST);
    }
}
