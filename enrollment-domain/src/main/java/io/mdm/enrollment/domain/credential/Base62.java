package io.mdm.enrollment.domain.credential;

import java.util.Optional;

/** Base-62 form of unsigned big-endian numbers: digits, upper-case and lower-case letters, padded to a fixed width. */
final class Base62 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = 62;
    private static final int GROUP_WIDTH = 5;
    private static final int GROUP = BASE * BASE * BASE * BASE * BASE;

    private Base62() {}

    /** @param width enough characters for every number of this many bytes */
    static String encode(byte[] number, int width) {
        var rest = number.clone();
        var text = new char[width];
        int group = 0;
        for (int i = 0; i < width; i++) {
            group = i % GROUP_WIDTH == 0 ? divide(rest) : group / BASE;
            text[width - 1 - i] = ALPHABET.charAt(group % BASE);
        }
        return new String(text);
    }

    /** The number of this many bytes; empty when the text has another character or stands for a larger number. */
    static Optional<byte[]> decode(String text, int length) {
        var number = new byte[length];
        for (int i = 0; i < text.length(); i++) {
            int carry = ALPHABET.indexOf(text.charAt(i));
            if (carry < 0) {
                return Optional.empty();
            }
            for (int j = length - 1; j >= 0; j--) {
                int product = (number[j] & 0xff) * BASE + carry;
                number[j] = (byte) product;
                carry = product >>> 8;
            }
            if (carry > 0) {
                return Optional.empty();
            }
        }
        return Optional.of(number);
    }

    /** Leaves the quotient and gives the remainder, the last digits: one pass over the number for several of them. */
    private static int divide(byte[] number) {
        long remainder = 0;
        for (int i = 0; i < number.length; i++) {
            long dividend = (remainder << 8) | (number[i] & 0xff);
            number[i] = (byte) (dividend / GROUP);
            remainder = dividend % GROUP;
        }
        return (int) remainder;
    }
}
