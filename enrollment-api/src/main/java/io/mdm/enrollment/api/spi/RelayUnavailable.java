package io.mdm.enrollment.api.spi;

/** Failure of the relay itself: it cannot be used at present, whoever the recipient is. */
public class RelayUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Moment of the failure, which tells what may have become of the message. */
    public enum Moment {
        /** The relay took nothing. */
        BEFORE_MESSAGE,
        /** The connection was lost while a message was on its way: the relay may or may not have taken it. */
        DURING_MESSAGE
    }

    private final Moment moment;

    /** @param message the cause, without addresses and credentials */
    public RelayUnavailable(Moment moment, String message) {
        super(message);
        this.moment = moment;
    }

    public Moment moment() {
        return moment;
    }
}
