package io.mdm.enrollment.domain.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Any text is a recipient or none; see docs/testing.md. */
class RecipientFuzzTest {
    private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}]");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})+");

    @FuzzTest(maxDuration = "3m")
    void judges_any_text(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (var localPart : LocalPart.values()) {
            Recipient.of(text, localPart).ifPresent(recipient -> {
                assertFitForTheWire(recipient.address(), localPart);
                assertSettled(recipient, localPart);
            });
        }
        if (Recipient.of(text, LocalPart.ASCII).isPresent()) {
            assertThat(Recipient.of(text, LocalPart.UTF8)).isEqualTo(Recipient.of(text, LocalPart.ASCII));
        }
    }

    private static void assertFitForTheWire(String address, LocalPart localPart) {
        int at = address.indexOf('@');
        assertThat(address).doesNotContainPattern(BLANK);
        assertThat(octets(address)).isLessThanOrEqualTo(254);
        assertThat(octets(address.substring(0, at))).isBetween(1, 64);
        assertThat(address.substring(at + 1)).matches(DOMAIN);
        if (localPart == LocalPart.ASCII) {
            assertThat(address).isASCII();
        }
    }

    /** Reading what was written changes nothing any more. */
    private static void assertSettled(Recipient recipient, LocalPart localPart) {
        var again = Recipient.of(recipient.address(), localPart);
        assertThat(again).contains(recipient);
        assertThat(recipient.key()).isEqualTo(recipient.key().toLowerCase(Locale.ROOT));
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
