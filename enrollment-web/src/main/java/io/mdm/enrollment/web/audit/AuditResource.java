package io.mdm.enrollment.web.audit;

import io.mdm.enrollment.api.AuditRecords;
import io.mdm.enrollment.api.audit.AuditQuery;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.AuditBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.answer.PreferredType;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Audit record: one page as JSON, or all of it as lines. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class AuditResource {
    private static final MediaType LINES = new MediaType("application", "x-ndjson");

    private final AuditRecords records;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public AuditResource() {
        this(null, null);
    }

    @Inject
    AuditResource(AuditRecords records, RequestContext context) {
        this.records = records;
        this.context = context;
    }

    @GET
    @Path("audit")
    @ReadsParameters
    @RequiresPermission(Permission.AUDIT)
    public Response read(@Context UriInfo uri, @Context HttpHeaders headers) {
        var query = new AuditParameters(uri.getQueryParameters()).query(context.organizationId());
        var answer = PreferredType.isPreferred(LINES, headers)
                ? Response.ok(new AuditLines(records, query), LINES)
                : page(query);
        return answer.header(HttpHeaders.VARY, "Accept, Origin").build();
    }

    private Response.ResponseBuilder page(AuditQuery query) {
        return Response.ok(Answer.of(AuditBody.of(records.page(query), query)), MediaType.APPLICATION_JSON);
    }
}
