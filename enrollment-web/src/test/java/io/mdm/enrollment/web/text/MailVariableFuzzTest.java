package io.mdm.enrollment.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text can be judged and filled in; see docs/testing.md. */
class MailVariableFuzzTest {
    /** In no text of others. */
    private static final String MARK = "\u0001";

    @FuzzTest(maxDuration = "1m")
    void fills_in_any_text(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8).replace(MARK, "");
        var filled = MailVariable.fill(text, variable -> Optional.of(MARK));

        assertThat(filled.length()).isLessThanOrEqualTo(text.length());
        if (MailVariable.areKnownIn(text)) {
            assertThat(filled.contains(MARK)).isEqualTo(!filled.equals(text));
        } else {
            assertThat(filled).contains("{{", "}}");
        }
    }
}
