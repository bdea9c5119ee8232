package io.mdm.enrollment.api.token;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A proof that opens no token, or a token that is no longer usable, with the reason. */
public class TokenNotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Reason why a token cannot be used. */
    public enum Reason {
        /** Its time has not come. */
        NOT_YET,
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
    private final @Nullable Instant endedAt;
    private final boolean mistyped;

    /** For proofs that open nothing. */
    public TokenNotUsable(Reason reason) {
        this(reason, null, null);
    }

    /**
     * For tokens that the proof opens, but that have ended or not begun.
     *
     * @param endedAt as {@link #endedAt()}; null where it is not known
     */
    public TokenNotUsable(Reason reason, @Nullable Inviter inviter, @Nullable Instant endedAt) {
        this(reason, inviter, endedAt, false);
    }

    private TokenNotUsable(Reason reason, @Nullable Inviter inviter, @Nullable Instant endedAt, boolean mistyped) {
        super(reason.name());
        this.reason = reason;
        this.inviter = inviter;
        this.endedAt = endedAt;
        this.mistyped = mistyped;
    }

    /**
     * For credentials whose checksum is wrong, and texts that cannot be a code: {@link Reason#UNKNOWN} without a
     * look-up.
     */
    public static TokenNotUsable mistyped() {
        return new TokenNotUsable(Reason.UNKNOWN, null, null, true);
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the form of the credential or code alone tells that it opens nothing: damaged rather than guessed. */
    public boolean isMistyped() {
        return mistyped;
    }

    /**
     * Time since which the token cannot be used or, with {@link Reason#NOT_YET}, from which it can; empty unless the
     * proof opens the token, or if that is not known.
     */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The organization; empty unless the proof opens the token. */
    public Optional<Inviter> inviter() {
        return Optional.ofNullable(inviter);
    }
}
