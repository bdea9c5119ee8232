package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.ReportQuery;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BatchReportBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.call.Call;
import io.mdm.enrollment.web.call.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What became of every recipient of a bulk request. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class BulkReportResource {
    @Inject
    BatchReports reports;

    @Inject
    Call call;

    @Context
    UriInfo uri;

    @GET
    @Path("bulk/{bulkId}")
    @RequiresPermission(Permission.LIST)
    public Response report(@PathParam("bulkId") String batchId) {
        var query = new ReportParameters(uri.getQueryParameters()).query(call.organizationId(), batchId, links());
        var answer =
                Response.ok(Answer.of(BatchReportBody.of(reports.report(query), query)), MediaType.APPLICATION_JSON);
        if (links() == ReportQuery.Links.SHOWN) {
            answer.cacheControl(noStore());
        }
        return answer.build();
    }

    /** A link is as good as the right to create one. */
    private ReportQuery.Links links() {
        return call.may(Permission.CREATE) ? ReportQuery.Links.SHOWN : ReportQuery.Links.WITHHELD;
    }

    private static CacheControl noStore() {
        var cacheControl = new CacheControl();
        cacheControl.setNoStore(true);
        cacheControl.setNoTransform(false);
        return cacheControl;
    }
}
