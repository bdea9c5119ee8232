package io.mdm.enrollment.api.spi;

import java.time.Duration;

/**
 * Guesses of client networks, in the whole cluster: so many at once, and one more each time an interval has passed.
 * What is stored for a network ends when it has all of its guesses again.
 */
public interface NetworkGuesses {

    /**
     * Takes a guess of the network.
     *
     * @param atOnce guesses of a network that has not guessed for long, at least one
     * @param interval time after which there is one more
     * @return zero, or the time until the next guess if there is none left
     */
    Duration take(String network, int atOnce, Duration interval);

    /** Gives back a guess that was taken. */
    void giveBack(String network, Duration interval);
}
