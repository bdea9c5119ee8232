package io.mdm.enrollment.web.mail.mime;

import java.nio.charset.StandardCharsets;

/**
 * The quoted-printable encoding of UTF-8 text (RFC 2045, section 6.7): lines of at most 76 ASCII characters. Blanks remain
 * as they are, each on a line of its own that ends in a soft break, so that a {@link #value} of any length fits there.
 */
final class QuotedPrintable {
    private static final String HEX = "0123456789ABCDEF";
    private static final String SOFT_BREAK = "=\r\n";
    /** One less than allowed, for the equals sign of a soft break. */
    private static final int MAX_LINE_LENGTH = 75;

    private final StringBuilder out;
    private int column;

    private QuotedPrintable(StringBuilder out) {
        this.out = out;
    }

    /** @param text lines separated by {@code \n}; blanks may stand in it */
    static void append(StringBuilder out, String text) {
        var encoding = new QuotedPrintable(out);
        for (var line : text.split("\n", -1)) {
            encoding.line(line);
        }
    }

    /** One line of text, fit to stand where a blank stood. */
    static String value(String text) {
        var out = new StringBuilder(text.length() + 8);
        new QuotedPrintable(out).run(text);
        return out.toString();
    }

    private void line(String text) {
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Placeholders.isPlaceholder(text.charAt(i))) {
                run(text.substring(start, i));
                placeholder(text.charAt(i));
                start = i + 1;
            }
        }
        run(text.substring(start));
        out.append("\r\n");
        column = 0;
    }

    private void placeholder(char character) {
        if (column > 0) {
            out.append(SOFT_BREAK);
        }
        out.append(character).append(SOFT_BREAK);
        column = 0;
    }

    private void run(String text) {
        var octets = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < octets.length; i++) {
            int width = isLiteral(octets[i], i == octets.length - 1) ? 1 : 3;
            if (column + width > MAX_LINE_LENGTH) {
                out.append(SOFT_BREAK);
                column = 0;
            }
            append(octets[i], width);
            column += width;
        }
    }

    private static boolean isLiteral(byte octet, boolean last) {
        if (octet == ' ' || octet == '\t') {
            return !last;
        }
        return octet > ' ' && octet <= '~' && octet != '=';
    }

    private void append(byte octet, int width) {
        if (width == 1) {
            out.append((char) octet);
        } else {
            out.append('=').append(HEX.charAt((octet >> 4) & 0xF)).append(HEX.charAt(octet & 0xF));
        }
    }
}
