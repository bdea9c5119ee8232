package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.Function;
import java.util.stream.Collectors;

@UseCase
@ApplicationScoped
class TransactionalTokenCatalog implements TokenCatalog {
    private final EnrollmentTokens tokens;
    private final TokenRows rows;
    private final TokenDescriptions descriptions;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenCatalog() {
        this(null, null, null, null);
    }

    @Inject
    TransactionalTokenCatalog(
            EnrollmentTokens tokens, TokenRows rows, TokenDescriptions descriptions, ModuleClock clock) {
        this.tokens = tokens;
        this.rows = rows;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssuedToken token(String organizationId, String tokenId, LinkVisibility links) {
        return tokens.ofOrganization(organizationId, tokenId)
                .map(token -> descriptions.of(token, links))
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
    }

    @Override
    @Transactional
    public TokenPage tokens(TokenQuery query) {
        var now = clock.instant();
        var found = rows.find(query, now);
        var tokenById = tokens.ofOrganization(query.organizationId(), found.page()).stream()
                .collect(Collectors.toMap(EnrollmentToken::id, Function.identity()));
        var page = found.page().stream()
                .filter(tokenById::containsKey)
                .map(tokenById::get)
                .toList();
        return new TokenPage(descriptions.ofAll(page, query.links()), found.total());
    }
}
