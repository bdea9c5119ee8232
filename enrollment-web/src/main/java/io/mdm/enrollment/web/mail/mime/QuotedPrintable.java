package io.mdm.enrollment.web.mail.mime;

import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Quoted-printable encoding of UTF-8 text (RFC 2045, section 6.7) by Jakarta Mail: lines of at most 76 ASCII
 * characters. Placeholders remain as they are, each on a line of its own that ends in a soft break, so that an encoded
 * value of any length fits there.
 */
final class QuotedPrintable {
    /** Kept, because {@code MimeUtility.encode} looks it up on every call, which costs more than to encode a value. */
    private static final StreamProvider STREAMS = StreamProvider.provider();

    private static final String SOFT_BREAK = "=\r\n";
    /** Begins the next message in a mailbox file (RFC 4155), so that programs change it to {@code >From}. */
    private static final String SEPARATOR = "From ";

    private static final Pattern LINE_OF_SEPARATOR = Pattern.compile("^" + SEPARATOR, Pattern.MULTILINE);

    private QuotedPrintable() {}

    /** @param text lines separated by {@code \n}; placeholders may stand in it */
    static void append(StringBuilder out, String text) {
        for (var run : Placeholders.split(text)) {
            if (Placeholders.isPlaceholder(run)) {
                out.append(endsInLine(out) ? SOFT_BREAK : "").append(run).append(SOFT_BREAK);
            } else {
                out.append(new String(encoded(run), StandardCharsets.US_ASCII));
            }
        }
        out.append("\r\n");
    }

    /** @param text without placeholders; without line breaks, it is fit to stand where a placeholder stood */
    static byte[] encoded(String text) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream(octets.length + 16);
        try (var encoder = STREAMS.outputQP(out)) {
            encoder.write(octets);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return withoutSeparators(out.toString(StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Breaks the line behind it, which would become too long, and what follows may begin like that again. */
    private static String withoutSeparators(String lines) {
        if (!lines.contains(SEPARATOR)) { // rarely there, and found far faster than its line
            return lines;
        }
        var separator = LINE_OF_SEPARATOR.matcher(lines);
        return separator.find() ? withoutSeparators(separator.replaceAll("=46rom " + SOFT_BREAK)) : lines;
    }

    private static boolean endsInLine(StringBuilder out) {
        return !out.isEmpty() && out.charAt(out.length() - 1) != '\n';
    }
}
