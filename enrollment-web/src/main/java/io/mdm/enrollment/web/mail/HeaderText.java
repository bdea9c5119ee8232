package io.mdm.enrollment.web.mail;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Text that is fit to stand in a mail, on one line, and in a header. */
final class HeaderText {
    /** Line breaks and other controls, and what turns the direction of the text after it. */
    private static final Pattern DISRUPTIVE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+");

    /** Controls but tab and line feed, and what turns the direction of everything after it. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\t\n]]");

    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    /** Of a line in which an encoded word stands (RFC 2047, section 2). */
    private static final int MAX_LINE_LENGTH = 76;

    private static final String WORD_START = "=?UTF-8?B?";
    private static final String WORD_END = "?=";

    private HeaderText() {}

    static String onOneLine(String text) {
        return DISRUPTIVE.matcher(text).replaceAll(" ").strip();
    }

    /** Text of several lines, separated by {@code \n}, and nothing that could do harm between them. */
    static String withoutControls(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
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
                : encodedWords(line, used);
    }

    private static String encodedWords(String text, int used) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        int octets = 0;
        int room = room(used);
        for (int codePoint : text.codePoints().toArray()) {
            int more = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > room) {
                words.append(encodedWord(word)).append("\r\n ");
                word.setLength(0);
                octets = 0;
                room = room(1);
            }
            word.appendCodePoint(codePoint);
            octets += more;
        }
        return words.append(encodedWord(word)).toString();
    }

    private static String encodedWord(CharSequence text) {
        var octets = text.toString().getBytes(StandardCharsets.UTF_8);
        return WORD_START + Base64.getEncoder().encodeToString(octets) + WORD_END;
    }

    /** How many octets one encoded word holds behind so many characters: three are four of base64. */
    private static int room(int used) {
        return (MAX_LINE_LENGTH - used - WORD_START.length() - WORD_END.length()) / 4 * 3;
    }
}
