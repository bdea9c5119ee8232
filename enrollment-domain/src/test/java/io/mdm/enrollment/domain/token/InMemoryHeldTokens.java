package io.mdm.enrollment.domain.token;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

public final class InMemoryHeldTokens implements HeldTokens {
    private final InMemoryEnrollmentTokens tokens;

    public InMemoryHeldTokens(InMemoryEnrollmentTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public List<HeldToken> findInTurn(String organizationId, Collection<Long> addressHashes, Instant now) {
        return tokens.liveOf(organizationId, now)
                .filter(token ->
                        token.addressHash().filter(addressHashes::contains).isPresent())
                .map(token -> new HeldToken(
                        token.id(),
                        token.batchId(),
                        token.batchIndex(),
                        token.email().orElseThrow()))
                .toList();
    }

    @Override
    public List<HeldToken> revoke(String organizationId, Collection<HeldToken> held, Instant now) {
        return held.stream()
                .filter(token -> tokens
                        .ofOrganization(organizationId, token.id())
                        .filter(found -> found.state() == TokenState.PENDING)
                        .stream()
                        .peek(pending -> pending.revoke(now))
                        .findFirst()
                        .isPresent())
                .toList();
    }
}
