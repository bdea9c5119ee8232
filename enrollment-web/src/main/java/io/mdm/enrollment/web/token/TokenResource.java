package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.TokenUpdate;
import io.mdm.enrollment.api.UpdateToken;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.web.answer.Preconditions;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;

/** One token: to be seen, changed, and taken back. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class TokenResource {
    private static final String ONE = "{id:[0-9a-fA-F]{24}}";

    @Inject
    TokenCatalog catalog;

    @Inject
    TokenUpdate tokens;

    @Inject
    TokenRevocation revocation;

    @Inject
    TokenReader reader;

    @Inject
    RequestContext context;

    @Context
    Request request;

    @GET
    @Path(ONE)
    @RequiresPermission(Permission.GET)
    public Response token(@PathParam("id") String id) {
        var token = catalog.token(context.organizationId(), lower(id), links());
        return Preconditions.unchanged(request, TokenAnswer.tag(token))
                .map(unchanged -> TokenAnswer.unchanged(unchanged, token))
                .orElseGet(() -> TokenAnswer.of(token));
    }

    @PUT
    @Path(ONE)
    @RequiresPermission(Permission.UPDATE)
    public Response update(@PathParam("id") String id, InputStream body) {
        var command = new UpdateToken(context.organizationId(), lower(id), reader.changes(body));
        return TokenAnswer.of(tokens.update(command, this::insist, links()));
    }

    @DELETE
    @Path(ONE)
    @RequiresPermission(Permission.DELETE)
    public Response revoke(@PathParam("id") String id) {
        return TokenAnswer.of(revocation.revoke(context.organizationId(), lower(id), this::insist, links()));
    }

    private void insist(IssuedToken present) {
        Preconditions.require(request, TokenAnswer.tag(present));
    }

    /** A link is as good as the right to create one. */
    private LinkVisibility links() {
        return context.may(Permission.CREATE) ? LinkVisibility.SHOWN : LinkVisibility.WITHHELD;
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
