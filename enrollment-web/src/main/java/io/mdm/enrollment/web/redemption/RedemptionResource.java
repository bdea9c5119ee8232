package io.mdm.enrollment.web.redemption;

import io.mdm.enrollment.api.TokenRedemption;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.EnrollmentTokenBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.token.IssuedToken;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;

/** Verification and redemption of tokens. Proofs are sent in bodies, because servers and proxies log paths. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class RedemptionResource {
    private final BodyReader bodies;
    private final TokenRedemption tokens;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public RedemptionResource() {
        this(null, null, null);
    }

    @Inject
    RedemptionResource(BodyReader bodies, TokenRedemption tokens, RequestContext context) {
        this.bodies = bodies;
        this.tokens = tokens;
        this.context = context;
    }

    @POST
    @Path("verify")
    @IdempotentByNature
    @RequiresPermission(Permission.REDEEM)
    public Response verify(InputStream body) {
        var proof = bodies.read(body, RedemptionSchema.VERIFICATION);
        return answer(tokens.verify(proof, organization()));
    }

    @POST
    @Path("redeem")
    @IdempotentByNature
    @RequiresPermission(Permission.REDEEM)
    public Response redeem(InputStream body) {
        var request = bodies.read(body, RedemptionSchema.REDEMPTION);
        return answer(tokens.redeem(request.proof(), organization(), request.winDeviceId()));
    }

    private Optional<String> organization() {
        return Optional.of(context.organizationId());
    }

    private static Response answer(IssuedToken token) {
        return Response.ok(Answer.of(EnrollmentTokenBody.of(token)), MediaType.APPLICATION_JSON)
                .build();
    }
}
