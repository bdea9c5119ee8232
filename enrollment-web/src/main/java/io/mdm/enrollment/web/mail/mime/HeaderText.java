package io.mdm.enrollment.web.mail.mime;

import io.mdm.enrollment.web.text.CleanText;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Unstructured header value (RFC 5322, section 2.2.1), folded, with encoded words where needed (RFC 2047).
 *
 * <p>Folding is Jakarta Mail's. Encoded words are not, for two reasons: {@link MimeUtility#encodeText} leaves ASCII
 * alone that looks like an encoded word, so that a reader would be shown something else, and it does not count the
 * header's name, so that the first line exceeds the 76 characters of RFC 2047, section 2.
 */
final class HeaderText {
    private static final Pattern PLAIN = Pattern.compile("[ -~]*");
    /** Of a line in which an encoded word stands (RFC 2047, section 2). */
    private static final int MAX_LINE_LENGTH = 76;

    private static final String WORD_START = "=?UTF-8?B?";
    private static final String WORD_END = "?=";

    /** Not folded, so that no spaces are lost. */
    private static final int MAX_QUOTED = 60;

    private static final Pattern QUOTED = Pattern.compile("[\"\\\\]");

    private HeaderText() {}

    /** @param used characters before it on the line */
    static String encoded(String text, int used) {
        var line = CleanText.singleLine(text);
        return PLAIN.matcher(line).matches() && !line.contains("=?")
                ? MimeUtility.fold(used, line)
                : encodedWords(line, used);
    }

    /** The text as a phrase (RFC 5322, section 3.2.5): a quoted string, or encoded words (RFC 2047, section 5). */
    static String phrase(String text, int used) {
        var line = CleanText.singleLine(text);
        boolean isPlain = PLAIN.matcher(line).matches() && !line.contains("=?") && line.length() <= MAX_QUOTED;
        return isPlain ? '"' + QUOTED.matcher(line).replaceAll("\\\\$0") + '"' : encodedWords(line, used);
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

    /** Octets that fit into one encoded word behind so many characters: three are four of base64. */
    private static int room(int used) {
        return (MAX_LINE_LENGTH - used - WORD_START.length() - WORD_END.length()) / 4 * 3;
    }
}
