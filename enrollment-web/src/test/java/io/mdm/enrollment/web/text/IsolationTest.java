package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class IsolationTest {
    private static final String SENTENCE =
            Isolation.of("Acme $1") + " and " + Isolation.of("\u05d0\u05e7\u05de\u05d4 <b>");

    @Test
    void is_an_element_in_html() {
        var out = new StringOutput();
        Isolation.html(SENTENCE).writeTo(new OwaspHtmlTemplateOutput(out));

        assertThat(out).hasToString("<bdi>Acme $1</bdi> and <bdi>\u05d0\u05e7\u05de\u05d4 &lt;b&gt;</bdi>");
    }

    @Test
    void is_a_pair_of_characters_elsewhere_where_a_name_runs_from_right_to_left() {
        assertThat(Isolation.plain(SENTENCE)).isEqualTo("Acme $1 and \u2068\u05d0\u05e7\u05de\u05d4 <b>\u2069");
        assertThat(Isolation.plain("nobody")).isEqualTo("nobody");
    }
}
