package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.spi.ModuleClock;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;
import io.mdm.enrollment.domain.Chunked;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

@UseCase
@ApplicationScoped
class TransactionalTokenCatalog implements TokenCatalog {
    private final TokenRows rows;
    private final TokenReader reader;
    private final ModuleClock clock;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TransactionalTokenCatalog() {
        this(null, null, null);
    }

    @Inject
    TransactionalTokenCatalog(TokenRows rows, TokenReader reader, ModuleClock clock) {
        this.rows = rows;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    @Transactional
    public IssuedToken token(String organizationId, String tokenId, LinkVisibility links) {
        return reader.read(organizationId, List.of(tokenId), links).stream()
                .findFirst()
                .orElseThrow(() -> new EnrollmentException(EnrollmentProblem.ENTITY_NOT_FOUND));
    }

    @Override
    @Transactional
    public TokenPage tokens(TokenQuery query) {
        var found = rows.find(query, clock.instant());
        return new TokenPage(
                Chunked.of(found.page(), ids -> reader.read(query.organizationId(), ids, query.links())),
                found.total());
    }
}
