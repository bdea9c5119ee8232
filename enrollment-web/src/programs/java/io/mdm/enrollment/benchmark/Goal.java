package io.mdm.enrollment.benchmark;

import java.util.Locale;

/**
 * A bound to be kept.
 *
 * @param sign {@code ≤} or {@code ≥}
 * @param unit of the bound
 */
record Goal(String sign, double bound, String unit) {
    static final String AT_MOST = "≤";
    static final String AT_LEAST = "≥";

    static Goal atMost(double bound, String unit) {
        return new Goal(AT_MOST, bound, unit);
    }

    static Goal atLeast(double bound, String unit) {
        return new Goal(AT_LEAST, bound, unit);
    }

    boolean isReachedBy(double seen) {
        return sign.equals(AT_MOST) ? seen <= bound : seen >= bound;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %s", sign, Spread.digits(bound), unit);
    }
}
