package io.mdm.enrollment.api.spi;

/** The mail relay cannot be used at present; no recipient is to blame. */
public class RelayUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the loss leaves open about the message being sent. */
    public enum Moment {
        /** The relay took nothing. */
        BEFORE_MESSAGE,
        /** The connection was lost while a message was on its way: the relay may or may not have taken it. */
        DURING_MESSAGE
    }

    private final Moment moment;

    /** @param message what went wrong, without addresses and credentials */
    public RelayUnavailable(Moment moment, String message) {
        super(message);
        this.moment = moment;
    }

    public Moment moment() {
        return moment;
    }
}
