package io.mdm.enrollment.api.spi;

/** Failure of the relay itself: it cannot be used at present, whoever the recipient is. */
public class RelayUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message the cause, without addresses of recipients and without credentials */
    public RelayUnavailable(String message) {
        super(message);
    }
}
