package io.mdm.enrollment.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/** Ends of personal links that nobody was given, with a right checksum, as anybody can make them. */
public final class ForgedLinks {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ForgedLinks() {}

    public static String next() {
        var text = "mdmenr_" + base62(new BigInteger(239, RANDOM), 41);
        var crc = new CRC32();
        crc.update(text.getBytes(US_ASCII));
        return text + base62(BigInteger.valueOf(crc.getValue()), 6);
    }

    private static String base62(BigInteger number, int width) {
        var digits = new StringBuilder();
        for (var rest = number; digits.length() < width; rest = rest.divide(BigInteger.valueOf(DIGITS.length()))) {
            digits.append(
                    DIGITS.charAt(rest.mod(BigInteger.valueOf(DIGITS.length())).intValue()));
        }
        return digits.reverse().toString();
    }
}
