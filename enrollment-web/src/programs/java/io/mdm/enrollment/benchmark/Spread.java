package io.mdm.enrollment.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Values of several rounds: the median, the lowest and the highest of them. */
record Spread(double median, double lowest, double highest) {

    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return new Spread(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    /** The value that a share of all does not exceed; 0 if there is none. */
    static double quantile(Collection<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    /** With two or three significant digits. */
    static String digits(double value) {
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    @Override
    public String toString() {
        return "%s (%s to %s)".formatted(digits(median), digits(lowest), digits(highest));
    }
}
