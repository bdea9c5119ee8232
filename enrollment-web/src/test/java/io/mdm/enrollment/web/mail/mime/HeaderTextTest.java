package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme",
                "Ñandú S. A.",
                "招待状をお送りします。招待状をお送りします。招待状をお送りします。😀😀😀😀😀😀😀😀😀😀😀😀",
                "=?utf-8?Q?=0D=0ABcc:_eve?="
            })
    void reads_back_as_it_was(String text) throws Exception {
        var encoded = HeaderText.encoded(text, 9);

        assertThat(MimeUtility.decodeText(MimeUtility.unfold(encoded))).isEqualTo(text);
        assertThat(("Subject: " + encoded).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(encoded).matches("[ -~\r\n]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme\r\nBcc: eve@evil.example", "Ácme\nBcc: eve@evil.example"})
    void lets_no_line_break_through(String text) throws Exception {
        assertThat(MimeUtility.decodeText(HeaderText.encoded(text, 9)))
                .endsWith("cme Bcc: eve@evil.example")
                .doesNotContainPattern("[\r\n]");
    }
}
