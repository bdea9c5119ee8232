package io.mdm.enrollment.api.token;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proof that opens no token, or a token that is no longer usable, with the reason. */
public class TokenNotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Reason why a token cannot be used. */
    public enum Reason {
        /** It has expired. */
        EXPIRED,
        /** It was revoked. */
        REVOKED,
        /** A device was enrolled with it. */
        USED,
        /** A newer link has replaced this one. */
        REPLACED,
        /** No such token was ever issued, or the credential is mistyped or forged. */
        UNKNOWN
    }

    /**
     * Organization that the holder of an ended token can ask.
     *
     * @param organizationId id of the organization
     * @param language language of the invitation
     */
    public record Inviter(String organizationId, Language language) implements Serializable {}

    private final Reason reason;
    private final @Nullable Inviter inviter;
    private final boolean mistyped;

    /** For proofs that open nothing. */
    public TokenNotUsable(Reason reason) {
        this(reason, null);
    }

    /** For tokens that the proof opens, but that have ended. */
    public TokenNotUsable(Reason reason, @Nullable Inviter inviter) {
        this(reason, inviter, false);
    }

    private TokenNotUsable(Reason reason, @Nullable Inviter inviter, boolean mistyped) {
        super(reason.name());
        this.reason = reason;
        this.inviter = inviter;
        this.mistyped = mistyped;
    }

    /**
     * For credentials whose checksum is wrong, and texts that cannot be a code: {@link Reason#UNKNOWN} without a
     * look-up.
     */
    public static TokenNotUsable mistyped() {
        return new TokenNotUsable(Reason.UNKNOWN, null, true);
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the form of the credential or code alone tells that it opens nothing: damaged rather than guessed. */
    public boolean isMistyped() {
        return mistyped;
    }

    /** The organization; empty unless the proof opens the token. */
    public Optional<Inviter> inviter() {
        return Optional.ofNullable(inviter);
    }
}
