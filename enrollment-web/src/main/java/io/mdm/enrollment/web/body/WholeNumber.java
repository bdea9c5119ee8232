package io.mdm.enrollment.web.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rule of whole numbers, the same for JSON numbers and numeric strings: exact, never through a double.
 *
 * @param min the smallest, at least −(2^53−1)
 * @param max the largest, at most 2^53−1
 * @param kind what the number counts, for messages: {@code "number of seconds"}
 */
record WholeNumber(long min, long max, String kind) {
    /** Largest number that every JSON reader represents exactly (RFC 8259, section 6): 2^53−1. */
    static final long MAX_SAFE = (1L << 53) - 1;

    /** Maximum length of a text; as many digits as common JSON readers take. */
    private static final int MAX_UNITS = 1100;
    /** Exponent beyond every bound and all digits of a text. */
    private static final BigInteger FAR = BigInteger.valueOf(2L * MAX_UNITS);

    private static final Pattern DECIMAL = Pattern.compile("\\s*+([+-]?\\d++(?:\\.\\d++)?)(?:[eE]([+-]?\\d++))?\\s*+");

    /** Both bounds are inclusive. */
    static WholeNumber between(long min, long max) {
        return new WholeNumber(min, max, "number");
    }

    /** Number of seconds; both bounds are inclusive. */
    static WholeNumber seconds(long min, long max) {
        return new WholeNumber(min, max, "number of seconds");
    }

    /** Exact value of a decimal text; empty if it is not one. */
    static Optional<BigDecimal> decimal(String text) {
        if (text.length() > MAX_UNITS) {
            return Optional.empty();
        }
        Matcher decimal = DECIMAL.matcher(text);
        return decimal.matches()
                ? Optional.of(new BigDecimal(decimal.group(1)).scaleByPowerOfTen(exponent(decimal.group(2))))
                : Optional.empty();
    }

    /** Error in a number, if any. */
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

    /** Context of that error. */
    Map<String, Object> context(ErrorType violation) {
        return switch (violation) {
            case NUMBER_MIN -> ErrorContext.limit(min);
            case NUMBER_MAX -> ErrorContext.limit(max);
            default -> ErrorContext.NONE;
        };
    }

    /** Message that states the rule. */
    String words() {
        return "must be a whole " + kind + " from " + min + " to " + max;
    }

    private static int exponent(@Nullable String digits) {
        return digits == null
                ? 0
                : new BigInteger(digits).min(FAR).max(FAR.negate()).intValueExact();
    }
}
