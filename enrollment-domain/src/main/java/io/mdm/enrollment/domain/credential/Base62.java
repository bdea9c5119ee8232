package io.mdm.enrollment.domain.credential;

import java.util.Optional;

/** Unsigned big-endian numbers in digits, upper-case and lower-case letters, always filled up to a fixed width. */
final class Base62 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = ALPHABET.length();

    private Base62() {}

    /** @param width enough characters for every number of this many bytes */
    static String encode(byte[] number, int width) {
        var rest = number.clone();
        var text = new char[width];
        for (int i = width - 1; i >= 0; i--) {
            int remainder = 0;
            for (int j = 0; j < rest.length; j++) {
                int dividend = (remainder << 8) | (rest[j] & 0xff);
                rest[j] = (byte) (dividend / BASE);
                remainder = dividend % BASE;
            }
            text[i] = ALPHABET.charAt(remainder);
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
}
