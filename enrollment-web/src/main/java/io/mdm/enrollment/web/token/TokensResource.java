package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.UserTokenIssuance;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.TokenListBody;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** All tokens of an organization: to be listed, and to be added to by one. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class TokensResource {
    @Inject
    TokenCatalog catalog;

    @Inject
    UserTokenIssuance issuance;

    @Inject
    TokenReader reader;

    @Inject
    RequestContext context;

    @Context
    UriInfo uri;

    @GET
    @RequiresPermission(Permission.LIST)
    public Response list() {
        var links = context.may(Permission.CREATE) ? LinkVisibility.SHOWN : LinkVisibility.WITHHELD;
        var query = new TokenParameters(uri.getQueryParameters()).query(context.organizationId(), links);
        var answer = Response.ok(Answer.of(TokenListBody.of(catalog.tokens(query), query)), MediaType.APPLICATION_JSON);
        return (links == LinkVisibility.SHOWN ? answer.header(HttpHeaders.CACHE_CONTROL, "no-store") : answer).build();
    }

    @POST
    @RequiresPermission(Permission.CREATE)
    public Response create(InputStream body) {
        var command = reader.enrollment(body).toCommand(context.organizationId(), context.subject());
        var token = issuance.issue(command);
        return TokenAnswer.created(token, uri.getRequestUri().getRawPath() + "/" + token.id());
    }
}
