package io.mdm.enrollment.web.body;

/**
 * Reads one kind of body, once.
 *
 * @param <T> what a good body means
 */
public interface BodyReader<T> {

    /** Reads the value at hand, which should be the whole body, and notes whatever is wrong with it. */
    void read();

    /** What was read, if nothing was refused. */
    T request();
}
