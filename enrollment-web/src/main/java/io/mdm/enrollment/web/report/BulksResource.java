package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.BatchCatalog;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BulkListBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.answer.JsonAnswerWriter;
import io.mdm.enrollment.web.answer.Preconditions;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HexFormat;

/** Bulk requests of an organization as a list. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class BulksResource {
    private final BatchCatalog catalog;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public BulksResource() {
        this(null, null);
    }

    @Inject
    BulksResource(BatchCatalog catalog, RequestContext context) {
        this.catalog = catalog;
        this.context = context;
    }

    @GET
    @Path("bulk")
    @RequiresPermission(Permission.LIST)
    @ReadsParameters
    public Response list(@Context UriInfo uri, @Context Request request) {
        var query = new BulkListParameters(uri.getQueryParameters()).query(context.organizationId());
        var answer = Answer.of(BulkListBody.of(catalog.batches(query), query));
        var hash = HexFormat.of().formatHex(Sha256.hash(JsonAnswerWriter.json(answer)), 0, 16);
        // compared as a strong one: the marks of weak tags have been taken from what the caller sends
        return Preconditions.unchanged(request, new EntityTag(hash))
                .orElseGet(() -> Response.ok(answer, MediaType.APPLICATION_JSON))
                .tag(new EntityTag(hash, true))
                .header(HttpHeaders.CACHE_CONTROL, CachingRules.REVALIDATED)
                .build();
    }
}
