package io.mdm.enrollment.domain.token;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

public final class InMemoryExpiredTokens implements ExpiredTokens {
    private final InMemoryEnrollmentTokens tokens;
    private Instant takenUntil;

    /** @param takenUntil tokens that expired by then have been taken */
    public InMemoryExpiredTokens(InMemoryEnrollmentTokens tokens, Instant takenUntil) {
        this.tokens = tokens;
        this.takenUntil = takenUntil;
    }

    @Override
    public List<ExpiredToken> take(Instant until) {
        var taken = tokens.all()
                .filter(token -> token.hasExpired(until) && token.email().isPresent())
                .filter(token -> token.expireAt().isAfter(takenUntil))
                .map(token -> new ExpiredToken(token.organizationId(), token.batchId(), token.id(), token.expireAt()))
                .sorted(Comparator.comparing(ExpiredToken::expiredAt).thenComparing(ExpiredToken::id))
                .toList();
        takenUntil = until.isAfter(takenUntil) ? until : takenUntil;
        return taken;
    }

    @Override
    public Instant takenUntil() {
        return takenUntil;
    }
}
