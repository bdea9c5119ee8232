package io.mdm.enrollment.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What the relay does instead of taking a message as it should: now and then, as the dice fall. */
final class Lies {
    private static final int OF = 1_000;

    private static final int POISONED = 500;
    private static final int REFUSED = 50;
    private static final int MAX_BREAK_OFFS = 4;
    private static final int MAX_MESSAGES = 20;

    private final Map<String, Integer> breakOffs = new HashMap<>();
    private final Random random;
    private boolean refusing;

    Lies(long seed) {
        random = new Random(seed);
    }

    /** The same, and one in fifty recipients is refused for good. */
    Lies refusingSome() {
        refusing = true;
        return this;
    }

    boolean refuses(String recipient) {
        return refusing && Math.floorMod(recipient.hashCode(), REFUSED) == 1;
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

    /** One in five hundred recipients: the relay breaks off over this one, the first few times. */
    synchronized boolean breaksOffOver(String recipient) {
        return recipient.hashCode() % POISONED == 0 && breakOffs.merge(recipient, 1, Integer::sum) <= MAX_BREAK_OFFS;
    }

    /** Bound of messages on one connection, as many providers have one. */
    boolean ends(int messages) {
        return messages >= MAX_MESSAGES;
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
