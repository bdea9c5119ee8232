package io.mdm.enrollment.api;

/** A token or its credential opens nothing, and why. */
public class TokenNotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why a token cannot be used. */
    public enum Reason {
        /** Its time is over. */
        EXPIRED,
        /** It was taken back. */
        REVOKED,
        /** A device was enrolled with it already. */
        USED,
        /** A newer link was sent instead of this one. */
        REPLACED,
        /** No such token was ever issued, or the credential is mistyped or forged. */
        UNKNOWN
    }

    private final Reason reason;

    public TokenNotUsable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
