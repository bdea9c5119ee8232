package io.mdm.enrollment.web.answer;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of enum constants on the wire. */
public final class WireName {
    private WireName() {}

    /** Name of a constant in camel case: {@code NOT_REQUESTED} is {@code notRequested}. */
    public static String of(Enum<?> constant) {
        var words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
        var name = new StringBuilder(words[0]);
        for (int word = 1; word < words.length; word++) {
            name.append(Character.toUpperCase(words[word].charAt(0))).append(words[word].substring(1));
        }
        return name.toString();
    }

    /** Constants by their names on the wire. */
    public static <T extends Enum<T>> Map<String, T> index(T[] constants) {
        return Stream.of(constants).collect(Collectors.toMap(WireName::of, Function.identity()));
    }
}
