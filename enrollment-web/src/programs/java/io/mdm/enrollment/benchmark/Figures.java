package io.mdm.enrollment.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What one round measured, by name. */
record Figures(Map<String, Double> values) {

    Figures() {
        this(new LinkedHashMap<>());
    }

    Figures with(String name, double value) {
        values.put(name, value);
        return this;
    }

    Figures with(String name, List<Double> repetitions) {
        return with(name, Spread.of(repetitions).median());
    }

    /** The value of a figure that was measured. */
    double of(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(figure -> figure.getKey() + " " + Spread.digits(figure.getValue()))
                .collect(Collectors.joining(", "));
    }
}
