package io.mdm.enrollment.web.mail.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "1 + 1 = 2 ",
                "tab at the end\t\n\nsecond paragraph ",
                ".\n..dots\nFrom here",
                "From",
                "From ",
                "From From From here",
                "ñandú 招待 😀",
                "--=_invitation--"
            })
    void reads_back_as_it_was(String text) throws Exception {
        assertThat(decoded(encoded(text))).isEqualTo(text + "\n");
    }

    @Test
    void makes_a_line_break_of_a_lone_return() throws Exception {
        assertThat(decoded(encoded("a lone \r return"))).isEqualTo("a lone \n return\n");
    }

    @Test
    void begins_no_line_as_a_mailbox_file_begins_a_message() throws Exception {
        for (int length = 0; length < 160; length++) {
            var text = "From " + "x".repeat(length) + " From From here\nFrom there\u00e9\n>From From ";

            var encoded = encoded(text + "\u0001" + text).split("\r\n");

            assertThat(encoded)
                    .noneMatch(line -> line.startsWith("From "))
                    .anyMatch(line -> line.startsWith("=46rom "));
            assertThat(encoded).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
            assertThat(decoded(String.join("\r\n", encoded))).isEqualTo(text + "\u0001" + text);
        }
    }

    @Test
    void keeps_every_line_within_76_characters_of_ascii() throws Exception {
        for (int length = 60; length < 260; length++) {
            for (var unit : new String[] {"a", "=", "é", "😀", " "}) {
                var text = "x".repeat(length % 7) + unit.repeat(length);

                var encoded = encoded(text);

                assertThat(encoded.split("\r\n"))
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
                assertThat(US_ASCII.newEncoder().canEncode(encoded)).isTrue();
                assertThat(decoded(encoded)).isEqualTo(text + "\n");
            }
        }
    }

    @Test
    void leaves_room_for_a_value_of_any_length() throws Exception {
        for (int length = 0; length < 200; length++) {
            for (var unit : new String[] {"a", "=", "\u00e9", " ", "."}) {
                var value = unit.repeat(length);
                var around = "b".repeat(length) + " ";

                var encoded = encoded(around + "\u0001" + around + "\u0001")
                        .replace("\u0001", new String(QuotedPrintable.encoded(value), US_ASCII));

                assertThat(encoded.split("\r\n"))
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
                assertThat(decoded(encoded)).isEqualTo(around + value + around + value + "\n");
            }
        }
    }

    private static String encoded(String text) {
        var out = new StringBuilder();
        QuotedPrintable.append(out, text);
        return out.toString();
    }

    private static String decoded(String encoded) throws Exception {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(encoded.getBytes(US_ASCII)), "quoted-printable")) {
            return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
        }
    }
}
