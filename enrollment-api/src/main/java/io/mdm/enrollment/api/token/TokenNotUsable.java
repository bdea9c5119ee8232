package io.mdm.enrollment.api.token;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * Whom the holder of a token that has ended can ask.
     *
     * @param organizationId who invited, 24 lower-case hexadecimal digits
     * @param language in which
     */
    public record Inviter(String organizationId, Language language) implements Serializable {}

    private final Reason reason;
    private final @Nullable Inviter inviter;

    /** Nothing was proved. */
    public TokenNotUsable(Reason reason) {
        this(reason, null);
    }

    /** The token was there, and was proved to be its holder's. */
    public TokenNotUsable(Reason reason, @Nullable Inviter inviter) {
        super(reason.name());
        this.reason = reason;
        this.inviter = inviter;
    }

    public Reason reason() {
        return reason;
    }

    /** Only for those who proved that the token was theirs: empty for {@link Reason#UNKNOWN}. */
    public Optional<Inviter> inviter() {
        return Optional.ofNullable(inviter);
    }
}
