package io.mdm.enrollment.chaos;

import java.time.Duration;
import java.util.Random;

/**
 * Faults of the receiver of webhooks, which now and then does not store a request or does not say so, as the dice fall.
 */
final class ReceiverFaults {
    private static final int OF = 100;
    private static final int MAX_THOUGHT_MILLIS = 600;

    private final Random random;

    ReceiverFaults(long seed) {
        random = new Random(seed);
    }

    enum Fault {
        /** Stores it and answers 200. */
        NONE,
        /** 500. */
        ERROR,
        /** 503. */
        UNAVAILABLE,
        /** 307 to another path, where nobody may go. */
        REDIRECT,
        /** Never answers, and stores nothing. */
        SILENCE,
        /** Stores it and hangs up. */
        NO_ANSWER,
        /** Answers 200 and dies before it stores: the receiver's own loss. */
        FORGOTTEN
    }

    /** Time that it takes with a request it has stored, before it answers. */
    synchronized Duration thought() {
        return Duration.ofMillis(1 + random.nextInt(MAX_THOUGHT_MILLIS));
    }

    synchronized Fault next() {
        int dice = random.nextInt(OF);
        if (dice < 4) {
            return Fault.ERROR;
        }
        if (dice < 8) {
            return Fault.UNAVAILABLE;
        }
        if (dice < 11) {
            return Fault.REDIRECT;
        }
        if (dice < 13) {
            return Fault.SILENCE;
        }
        if (dice < 17) {
            return Fault.NO_ANSWER;
        }
        return dice < 19 ? Fault.FORGOTTEN : Fault.NONE;
    }
}
