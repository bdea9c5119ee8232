package io.mdm.enrollment.web.config;

import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;

/**
 * Reader of configuration keys that notes errors and continues with harmless values, so that all errors are reported at
 * once.
 *
 * <p>Values are read as strings and parsed here, because the converters of servers differ.
 */
final class ConfigurationReader {
    private final Config config;
    private final Set<String> problems = new LinkedHashSet<>();

    ConfigurationReader(Config config) {
        this.config = config;
    }

    /** Secret as it is written: spaces count, and <code>${…}</code> is part of it. */
    Optional<String> secret(String key) {
        return value(key, () -> Optional.ofNullable(config.getConfigValue(key).getRawValue()));
    }

    Optional<String> text(String key) {
        return value(key, () -> config.getOptionalValue(key, String.class)).map(String::strip);
    }

    Optional<String> text(String key, String expected, Predicate<String> test) {
        return parsed(key, expected, value -> Optional.of(value).filter(test));
    }

    String requiredText(String key, String expected, Predicate<String> test) {
        return required(key, expected, "", value -> Optional.of(value).filter(test));
    }

    <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> parser) {
        return text(key).flatMap(value -> {
            var result = parser.apply(value);
            if (result.isEmpty()) {
                refuse(key, "expected " + expected);
            }
            return result;
        });
    }

    <T> T required(String key, String expected, T harmless, Function<String, Optional<T>> parser) {
        if (text(key).isEmpty()) {
            refuse(key, "missing, expected " + expected);
        }
        return parsed(key, expected, parser).orElse(harmless);
    }

    OptionalInt number(String key, int min, int max) {
        var expected = "a whole number from " + min + " to " + max;
        return parsed(key, expected, value -> wholeNumber(value).filter(number -> number >= min && number <= max))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    int number(String key, int absent, int min, int max) {
        return number(key, min, max).orElse(absent);
    }

    /** Boolean; false if absent. */
    boolean flag(String key) {
        return text(key, "true or false", value -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"))
                .filter(value -> value.equalsIgnoreCase("true"))
                .isPresent();
    }

    /** Refuses a name without its secret, and a secret without its name. */
    void requireBothOrNone(String name, String secret) {
        if (text(name).isPresent() && secret(secret).isEmpty()) {
            refuse(secret, "missing, expected because " + name + " is set");
        }
        if (secret(secret).isPresent() && text(name).isEmpty()) {
            refuse(name, "missing, expected because " + secret + " is set");
        }
    }

    /** Notes a problem; repeated ones are reported once. */
    void refuse(String key, String problem) {
        problems.add(key + ": " + problem);
    }

    /** @throws BadConfiguration if there were problems */
    void finish() {
        if (!problems.isEmpty()) {
            throw new BadConfiguration(problems);
        }
    }

    private Optional<String> value(String key, Supplier<Optional<String>> reading) {
        try {
            return reading.get().filter(value -> !value.isBlank());
        } catch (IllegalArgumentException | NoSuchElementException e) {
            refuse(key, "holds a ${…} expression that cannot be resolved");
            return Optional.empty();
        }
    }

    private static Optional<Integer> wholeNumber(String value) {
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
