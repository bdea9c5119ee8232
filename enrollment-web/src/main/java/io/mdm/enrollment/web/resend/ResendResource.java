package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.InvitationResending.LinkRotation;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.ResentBatch;
import io.mdm.enrollment.api.ResentInvitation;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BulkResendRequest;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.ResentBatchCounts;
import io.mdm.enrollment.api.http.ResentInvitationBody;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import io.mdm.enrollment.web.security.RequiresPermission.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;

/** Resending of invitations: that of one token, or several of a bulk request. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class ResendResource {
    private final BodyReader bodies;
    private final InvitationResending resending;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public ResendResource() {
        this(null, null, null, null);
    }

    @Inject
    ResendResource(
            BodyReader bodies, InvitationResending resending, RequestIdempotency idempotency, RequestContext context) {
        this.bodies = bodies;
        this.resending = resending;
        this.idempotency = idempotency;
        this.context = context;
    }

    @POST
    @Path("{id:" + ObjectIdFormat.REGEX + "}/resend")
    @RequiresPermission(value = Permission.RESEND, body = Body.OPTIONAL)
    public Response resend(@PathParam("id") String tokenId, InputStream body) {
        var rotation = bodies.readUnlessEmpty(body, ResendSchema.ONE).orElse(LinkRotation.KEEP);
        var resent = idempotency.once(
                Receipt.whole(ResentInvitation.class),
                () -> resending.resend(context.organizationId(), tokenId.toLowerCase(Locale.ROOT), rotation));
        return answer(ResentInvitationBody.of(resent));
    }

    @POST
    @Path("bulk/{bulkId}/resend")
    @RequiresPermission(value = Permission.RESEND, body = Body.OPTIONAL)
    public Response resendBulk(@PathParam("bulkId") String batchId, InputStream body) {
        var request = bodies.readUnlessEmpty(body, ResendSchema.BATCH).orElse(BulkResendRequest.DEFAULT);
        var command = request.toCommand(context.organizationId(), batchId);
        var resent = idempotency.once(Receipt.whole(ResentBatch.class), () -> resending.resendBatch(command));
        return answer(ResentBatchCounts.of(resent));
    }

    private static Response answer(Record data) {
        return Response.ok(Answer.of(data), MediaType.APPLICATION_JSON).build();
    }
}
