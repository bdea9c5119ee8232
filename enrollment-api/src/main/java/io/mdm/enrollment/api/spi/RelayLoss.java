package io.mdm.enrollment.api.spi;

/**
 * Loss of the connection to the relay. The connection is of no more use.
 *
 * @param step the last one that was begun
 * @param hung whether the relay was silent for too long; otherwise it closed the connection, or broke the protocol
 */
public record RelayLoss(SmtpStep step, boolean hung) implements RelayAnswer {

    @Override
    public boolean endsConnection() {
        return true;
    }

    /** Step and kind of the loss. */
    @Override
    public String toString() {
        return (hung ? "the relay did not answer at " : "the connection was lost at ") + step;
    }
}
