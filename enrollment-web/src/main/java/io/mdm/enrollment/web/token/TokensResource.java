package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.UserTokenIssuance;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.TokenListBody;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Tokens of an organization: list, and create one. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class TokensResource {
    private final TokenCatalog catalog;
    private final UserTokenIssuance issuance;
    private final BodyReader bodies;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public TokensResource() {
        this(null, null, null, null, null);
    }

    @Inject
    TokensResource(
            TokenCatalog catalog,
            UserTokenIssuance issuance,
            BodyReader bodies,
            RequestIdempotency idempotency,
            RequestContext context) {
        this.catalog = catalog;
        this.issuance = issuance;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.context = context;
    }

    @GET
    @ReadsParameters
    @RequiresPermission(Permission.LIST)
    public Response list(@Context UriInfo uri) {
        var query = new TokenParameters(uri.getQueryParameters()).query(context.organizationId(), context.links());
        return Response.ok(Answer.of(TokenListBody.of(catalog.tokens(query), query)), MediaType.APPLICATION_JSON)
                .build();
    }

    @POST
    @RequiresPermission(Permission.CREATE)
    public Response create(InputStream body, @Context UriInfo uri) {
        var request = bodies.read(body, TokenSchema.CREATION);
        var command = request.toCommand(context.organizationId(), context.subject());
        var receipt = TokenReceipt.replayedBy(id -> catalog.token(context.organizationId(), id, context.links()));
        var token = idempotency.once(receipt, () -> issuance.issue(command));
        return TokenAnswer.created(token, uri.getRequestUri().getRawPath() + "/" + token.id());
    }
}
