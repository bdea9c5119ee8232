package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.BatchRevocation;
import io.mdm.enrollment.api.BatchUpdate;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.RevokedBatch;
import io.mdm.enrollment.api.UpdatedBatch;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.RevokedBatchCounts;
import io.mdm.enrollment.api.http.UpdatedBatchCounts;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Locale;

/** One bulk request after its creation: more time, a pause of its mail, its end. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class BulkUpdateResource {
    private final BodyReader bodies;
    private final BatchUpdate update;
    private final BatchRevocation revocation;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public BulkUpdateResource() {
        this(null, null, null, null, null);
    }

    @Inject
    BulkUpdateResource(
            BodyReader bodies,
            BatchUpdate update,
            BatchRevocation revocation,
            RequestIdempotency idempotency,
            RequestContext context) {
        this.bodies = bodies;
        this.update = update;
        this.revocation = revocation;
        this.idempotency = idempotency;
        this.context = context;
    }

    @PUT
    @Path("bulk/{bulkId}")
    @RequiresPermission(Permission.UPDATE)
    public Response update(@PathParam("bulkId") String batchId, InputStream body) {
        var request = bodies.read(body, BulkSchema.UPDATE);
        var command = request.toCommand(context.organizationId(), lower(batchId));
        var updated = idempotency.once(Receipt.whole(UpdatedBatch.class), () -> update.update(command));
        return Response.ok(Answer.of(UpdatedBatchCounts.of(updated)), MediaType.APPLICATION_JSON)
                .build();
    }

    @DELETE
    @Path("bulk/{bulkId}")
    @RequiresPermission(Permission.DELETE)
    public Response revoke(@PathParam("bulkId") String batchId) {
        var revoked = idempotency.once(
                Receipt.whole(RevokedBatch.class), () -> revocation.revoke(context.organizationId(), lower(batchId)));
        return Response.ok(Answer.of(RevokedBatchCounts.of(revoked)), MediaType.APPLICATION_JSON)
                .build();
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
