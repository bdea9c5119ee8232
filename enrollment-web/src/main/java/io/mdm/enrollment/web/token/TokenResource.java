package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.TokenExpectation;
import io.mdm.enrollment.api.TokenRevocation;
import io.mdm.enrollment.api.TokenUpdate;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.web.answer.Preconditions;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** One token: read, update, revoke. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class TokenResource {
    private static final String ONE = "{id:" + ObjectIdFormat.REGEX + "}";

    private final TokenCatalog catalog;
    private final TokenUpdate update;
    private final TokenRevocation revocation;
    private final BodyReader bodies;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public TokenResource() {
        this(null, null, null, null, null, null);
    }

    @Inject
    TokenResource(
            TokenCatalog catalog,
            TokenUpdate update,
            TokenRevocation revocation,
            BodyReader bodies,
            RequestIdempotency idempotency,
            RequestContext context) {
        this.catalog = catalog;
        this.update = update;
        this.revocation = revocation;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.context = context;
    }

    @GET
    @Path(ONE)
    @RequiresPermission(Permission.GET)
    public Response token(@PathParam("id") String id, @Context Request request) {
        var token = catalogued(lower(id));
        return Preconditions.unchanged(request, TokenAnswer.tag(token))
                .map(unchanged -> TokenAnswer.unchanged(unchanged, token))
                .orElseGet(() -> TokenAnswer.of(token));
    }

    @PUT
    @Path(ONE)
    @RequiresPermission(Permission.UPDATE)
    public Response update(
            @PathParam("id") String id, InputStream body, @Context Request request, @Context HttpHeaders headers) {
        var command = bodies.read(body, TokenSchema.UPDATE).toCommand(context.organizationId(), lower(id));
        return answerOnce(() -> update.update(command, expectation(request, headers), context.links()));
    }

    @DELETE
    @Path(ONE)
    @RequiresPermission(Permission.DELETE)
    public Response revoke(@PathParam("id") String id, @Context Request request, @Context HttpHeaders headers) {
        return answerOnce(() ->
                revocation.revoke(context.organizationId(), lower(id), expectation(request, headers), context.links()));
    }

    /** A repetition is answered with the token as it is now, whatever state the first request required. */
    private Response answerOnce(Supplier<IssuedToken> work) {
        return TokenAnswer.of(idempotency.once(TokenReceipt.replayedBy(this::catalogued), work));
    }

    private IssuedToken catalogued(String id) {
        return catalog.token(context.organizationId(), id, context.links());
    }

    /** State of the token required by {@code If-Match}. */
    private static TokenExpectation expectation(Request request, HttpHeaders headers) {
        var condition = Optional.ofNullable(headers.getHeaderString(HttpHeaders.IF_MATCH));
        return present -> Preconditions.require(request, TokenAnswer.tag(present, condition));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
