package io.mdm.enrollment.web.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rule of whole numbers, the same for JSON numbers and for numeric strings: exact, never through a double.
 *
 * @param min the smallest, at least −(2^53−1)
 * @param max the largest, at most 2^53−1
 * @param kind what the number counts, for messages: {@code "number of seconds"}
 */
public record WholeNumber(long min, long max, String kind) {
    /** The largest number that every JSON reader holds exactly (RFC 8259, section 6): 2^53−1. */
    public static final long MAX_SAFE = (1L << 53) - 1;

    /** Longer texts are refused unread; as many digits as common JSON readers take. */
    private static final int MAX_UNITS = 1100;
    /** So far from the digits, the point is beyond every bound and all digits that fit into a text. */
    private static final BigInteger FAR = BigInteger.valueOf(2L * MAX_UNITS);

    private static final Pattern DECIMAL = Pattern.compile("\\s*+([+-]?\\d++(?:\\.\\d++)?)(?:[eE]([+-]?\\d++))?\\s*+");

    /** Both bounds are good numbers. */
    public static WholeNumber between(long min, long max) {
        return new WholeNumber(min, max, "number");
    }

    /** The same, of seconds. */
    public static WholeNumber seconds(long min, long max) {
        return new WholeNumber(min, max, "number of seconds");
    }

    /** The exact value of a decimal text; empty if it is none. */
    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_UNITS) {
            return Optional.empty();
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches()
                ? Optional.of(new BigDecimal(decimal.group(1)).scaleByPowerOfTen(exponent(decimal.group(2))))
                : Optional.empty();
    }

    /** What is wrong with a number, if anything. */
    Optional<ErrorType> violation(BigDecimal number) {
        if (number.stripTrailingZeros().scale() > 0) {
            return Optional.of(ErrorType.NUMBER_INTEGER);
        }
        if (number.abs().compareTo(BigDecimal.valueOf(MAX_SAFE)) > 0) {
            return Optional.of(ErrorType.NUMBER_UNSAFE);
        }
        if (number.compareTo(BigDecimal.valueOf(min)) < 0) {
            return Optional.of(ErrorType.NUMBER_MIN);
        }
        return number.compareTo(BigDecimal.valueOf(max)) > 0 ? Optional.of(ErrorType.NUMBER_MAX) : Optional.empty();
    }

    /** The rule in words. */
    String words() {
        return "must be a whole " + kind + " from " + min + " to " + max;
    }

    private static int exponent(@Nullable String digits) {
        return digits == null
                ? 0
                : new BigInteger(digits).min(FAR).max(FAR.negate()).intValueExact();
    }
}
