package io.mdm.enrollment.chaos;

import java.util.Random;

/** What the relay does instead of taking a message as it should: now and then, as the dice fall. */
final class Lies {
    private static final int OF = 1_000;

    private final Random random;

    Lies(long seed) {
        random = new Random(seed);
    }

    enum Lie {
        /** Takes it. */
        NONE,
        /** 421 to MAIL, and hangs up. */
        CLOSING,
        /** 450 to RCPT. */
        LATER,
        /** Hangs up after the final dot and has not taken the message. */
        LOST,
        /** Hangs up after the final dot and has taken the message. */
        UNANSWERED
    }

    synchronized Lie next() {
        return switch (random.nextInt(OF)) {
            case 0 -> Lie.CLOSING;
            case 1, 2 -> Lie.LATER;
            case 3 -> Lie.LOST;
            case 4 -> Lie.UNANSWERED;
            default -> Lie.NONE;
        };
    }
}
