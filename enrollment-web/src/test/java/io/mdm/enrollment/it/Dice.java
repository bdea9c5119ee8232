package io.mdm.enrollment.it;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Choices that are the same for the same seed. */
record Dice(Random random) {

    static Dice of(long seed, int index) {
        return new Dice(new Random(seed * 0x9E37_79B9_7F4A_7C15L + index));
    }

    /** True once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** So many values, separated by commas. */
    String list(int size, IntFunction<String> value) {
        return IntStream.range(0, size).mapToObj(value).collect(Collectors.joining(","));
    }
}
