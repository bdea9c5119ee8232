package io.mdm.enrollment.web.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text that is fit to stand on one line, and in a header. */
final class HeaderText {
    /** Line breaks and other controls, and what turns the direction of the text after it. */
    private static final Pattern DISRUPTIVE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    /** What one encoded word holds: 60 characters of base64 and the 12 around them stay below 75 (RFC 2047, section 2). */
    private static final int WORD_OCTETS = 45;

    private HeaderText() {}

    static String onOneLine(String text) {
        return DISRUPTIVE.matcher(text).replaceAll(" ").strip();
    }

    /** At most so many characters, none of them cut in two. */
    static String shortened(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints - 1)) + "…";
    }

    /**
     * An unstructured header value, folded, with encoded words where needed (RFC 2047). Unlike
     * {@link MimeUtility#encodeText} it also encodes what only looks like an encoded word.
     *
     * @param used characters before it on the line
     */
    static String encoded(String text, int used) {
        var line = onOneLine(text);
        return PLAIN.matcher(line).matches() && !line.contains("=?")
                ? MimeUtility.fold(used, line)
                : encodedWords(line);
    }

    private static String encodedWords(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        int octets = 0;
        for (int codePoint : text.codePoints().toArray()) {
            int more = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > WORD_OCTETS) {
                words.append(encodedWord(word)).append("\r\n ");
                word.setLength(0);
                octets = 0;
            }
            word.appendCodePoint(codePoint);
            octets += more;
        }
        return words.append(encodedWord(word)).toString();
    }

    private static String encodedWord(CharSequence text) {
        var octets = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }
}
