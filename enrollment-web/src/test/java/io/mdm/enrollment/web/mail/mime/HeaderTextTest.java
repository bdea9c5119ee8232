package io.mdm.enrollment.web.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
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
    @ValueSource(
            strings = {
                "Ana",
                "Ana \"the admin\" \\ N\u00fa\u00f1ez",
                "O'Hara, \"Bob\" \\ (IT)",
                "a@b.example",
                "=?utf-8?Q?Eve?=",
                "\u05d0\u05d1\u05d2",
                "Somebody whose name is far longer than most names, and goes on and on, for a hundred characters and more"
            })
    void a_name_stands_before_an_address(String name) throws Exception {
        var header = HeaderText.phrase(name, 4) + "\r\n <ana@acme.example>";

        var parsed = new InternetAddress(MimeUtility.unfold(header), true);
        assertThat(parsed.getPersonal()).isEqualTo(name);
        assertThat(parsed.getAddress()).isEqualTo("ana@acme.example");
        assertThat(("To: " + header).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(header).matches("[ -~\r\n]*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme\r\nBcc: eve@evil.example", "Ácme\nBcc: eve@evil.example"})
    void lets_no_line_break_through(String text) throws Exception {
        assertThat(MimeUtility.decodeText(HeaderText.encoded(text, 9)))
                .endsWith("cme Bcc: eve@evil.example")
                .doesNotContainPattern("[\r\n]");
    }
}
