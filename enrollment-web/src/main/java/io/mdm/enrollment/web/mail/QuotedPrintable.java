package io.mdm.enrollment.web.mail;

import java.nio.charset.StandardCharsets;

/** The quoted-printable encoding of UTF-8 text (RFC 2045, section 6.7): lines of at most 76 ASCII characters. */
final class QuotedPrintable {
    private static final String HEX = "0123456789ABCDEF";
    private static final int LONGEST_LINE = 76;

    private QuotedPrintable() {}

    /** @param text lines separated by {@code \n} */
    static void append(StringBuilder out, String text) {
        for (var line : text.split("\n", -1)) {
            appendLine(out, line.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void appendLine(StringBuilder out, byte[] line) {
        int column = 0;
        for (int i = 0; i < line.length; i++) {
            boolean last = i == line.length - 1;
            int width = isLiteral(line[i], last) ? 1 : 3;
            if (column + width > (last ? LONGEST_LINE : LONGEST_LINE - 1)) {
                out.append("=\r\n");
                column = 0;
            }
            appendOctet(out, line[i], width);
            column += width;
        }
        out.append("\r\n");
    }

    private static boolean isLiteral(byte octet, boolean last) {
        if (octet == ' ' || octet == '\t') {
            return !last;
        }
        return octet > ' ' && octet <= '~' && octet != '=';
    }

    private static void appendOctet(StringBuilder out, byte octet, int width) {
        if (width == 1) {
            out.append((char) octet);
        } else {
            out.append('=').append(HEX.charAt((octet >> 4) & 0xF)).append(HEX.charAt(octet & 0xF));
        }
    }
}
