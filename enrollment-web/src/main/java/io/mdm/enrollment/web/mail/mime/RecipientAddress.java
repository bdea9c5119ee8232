package io.mdm.enrollment.web.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Bare address that can do no harm in a header or a command. The domain module judged it; this is the last look. */
public record RecipientAddress(String text) {
    private static final Pattern HARMLESS =
            Pattern.compile("[^\\p{IsControl}\\p{IsWhite_Space}\\u2028\\u2029()<>\\[\\],;:\"\\\\@]+@[A-Za-z0-9.-]+");

    /**
     * @param smtpUtf8 whether other characters than ASCII may stand in the local part
     * @throws IllegalArgumentException without the address in its message
     */
    public static RecipientAddress of(String address, boolean smtpUtf8) {
        boolean writable = smtpUtf8 || StandardCharsets.US_ASCII.newEncoder().canEncode(address);
        if (!writable || !HARMLESS.matcher(address).matches()) {
            throw new IllegalArgumentException("the recipient's address cannot be mailed");
        }
        return new RecipientAddress(address);
    }
}
