package io.mdm.enrollment.web.resend;

import io.mdm.enrollment.api.InvitationResending;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.ResentBatchCounts;
import io.mdm.enrollment.api.http.ResentInvitationBody;
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

/** Sends invitations once more: that of one token, or those of a bulk request that did not leave. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class ResendResource {
    @Inject
    ResendReader reader;

    @Inject
    InvitationResending resending;

    @Inject
    RequestContext context;

    @POST
    @Path("{id:[0-9a-fA-F]{24}}/resend")
    @RequiresPermission(value = Permission.RESEND, body = Body.OPTIONAL)
    public Response resend(@PathParam("id") String tokenId, InputStream body) {
        var rotation = reader.rotation(body);
        var resent = resending.resend(context.organizationId(), tokenId.toLowerCase(Locale.ROOT), rotation);
        return answer(ResentInvitationBody.of(resent));
    }

    @POST
    @Path("bulk/{bulkId}/resend")
    @RequiresPermission(value = Permission.RESEND, body = Body.OPTIONAL)
    public Response resendBulk(@PathParam("bulkId") String batchId, InputStream body) {
        reader.nothing(body);
        return answer(ResentBatchCounts.of(resending.resendBatch(context.organizationId(), batchId)));
    }

    private static Response answer(Record data) {
        return Response.ok(Answer.of(data), MediaType.APPLICATION_JSON).build();
    }
}
