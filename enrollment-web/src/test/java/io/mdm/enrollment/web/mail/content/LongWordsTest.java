package io.mdm.enrollment.web.mail.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.mail.MailExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the organization's own, as long as they may be. */
class LongWordsTest {
    private static final int MAX_UNITS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\n \t", " ", "\t", "a\n", "a\n\n", "\u2029"})
    void are_written_whatever_they_are_made_of(String unit) {
        var content = withWords("first" + unit.repeat((MAX_UNITS - 9) / unit.length()) + "last");

        assertThat(InvitationText.of(content))
                .contains("first")
                .contains("last")
                .doesNotContain("\n\n\n");
        assertThat(InvitationHtml.of(content)).contains("first").contains("last");
    }

    @Test
    void are_parted_into_paragraphs_by_blank_lines_only() {
        var content = withWords("one\nand one\n\ntwo\n \t\n\n  three");

        assertThat(InvitationText.of(content)).contains("\n\n| one\n| and one\n|\n| two\n|\n|   three\n\n");
    }

    private static InvitationContent withWords(String words) {
        return MailExamples.content(MailExamples.wording(Language.EN, "Acme", null, words));
    }
}
