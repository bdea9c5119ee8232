package io.mdm.enrollment.domain.token;

import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.domain.UseCase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reader of an organization's tokens by their ids. */
@UseCase
@ApplicationScoped
class TokenReader {
    private final EnrollmentTokens tokens;
    private final TokenDescriptions descriptions;

    /** For the client proxy only. */
    @SuppressWarnings("NullAway")
    TokenReader() {
        this(null, null);
    }

    @Inject
    TokenReader(EnrollmentTokens tokens, TokenDescriptions descriptions) {
        this.tokens = tokens;
        this.descriptions = descriptions;
    }

    /** The tokens in the order of their ids, without those that have been removed. */
    @Transactional
    public List<IssuedToken> read(String organizationId, List<String> ids, LinkVisibility links) {
        var tokenById = tokens.ofOrganization(organizationId, ids).stream()
                .collect(Collectors.toMap(EnrollmentToken::id, Function.identity()));
        var found =
                ids.stream().filter(tokenById::containsKey).map(tokenById::get).toList();
        return descriptions.ofAll(found, links);
    }
}
