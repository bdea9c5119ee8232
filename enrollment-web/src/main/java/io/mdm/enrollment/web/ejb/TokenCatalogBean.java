package io.mdm.enrollment.web.ejb;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.api.token.TokenPage;
import io.mdm.enrollment.api.token.TokenQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;

@PermitAll
@Stateless(name = "TokenCatalog")
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Typed({})
public class TokenCatalogBean implements TokenCatalog {
    @Inject
    TokenCatalog catalog;

    @Override
    public IssuedToken token(String organizationId, String tokenId, LinkVisibility links) {
        return catalog.token(organizationId, tokenId, links);
    }

    @Override
    public TokenPage tokens(TokenQuery query) {
        return catalog.tokens(query);
    }
}
