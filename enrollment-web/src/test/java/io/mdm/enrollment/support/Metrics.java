package io.mdm.enrollment.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The module's numbers as a server tells them at one moment.
 *
 * @param values by name and labels, without those that every number has
 */
public record Metrics(Map<String, Double> values) {
    private static final Pattern LINE = Pattern.compile("(?m)^(enrollment_\\w+)(?:\\{(.*)\\})? (\\S+)$");

    /** @throws AssertionError when it tells none */
    public static Metrics of(EnrollmentServer server) {
        var told = server.asNobody().get("/metrics");
        var values = new TreeMap<String, Double>();
        LINE.matcher(told.body()).results().forEach(line -> {
            var labels = labels(line.group(2));
            values.put(line.group(1) + (labels.isEmpty() ? "" : "{" + labels + "}"), Double.valueOf(line.group(3)));
        });
        if (values.isEmpty()) {
            throw new AssertionError("The server tells no number of the module's: " + told);
        }
        return new Metrics(values);
    }

    /** @throws AssertionError when there is none of this name and these labels */
    public double value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new AssertionError("No " + name + " among " + values);
        }
        return value;
    }

    private static String labels(String all) {
        return all == null
                ? ""
                : String.join(
                        ",",
                        List.of(all.split(",")).stream()
                                .filter(label -> !label.startsWith("mp_"))
                                .toList());
    }
}
