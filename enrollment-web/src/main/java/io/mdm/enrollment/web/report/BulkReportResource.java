package io.mdm.enrollment.web.report;

import io.mdm.enrollment.api.BatchReports;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BatchReportBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.report.BatchReport;
import io.mdm.enrollment.api.report.ReportQuery;
import io.mdm.enrollment.api.token.LinkVisibility;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.answer.Preconditions;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Report on the recipients of a bulk request: one page as JSON, or all of it as CSV. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class BulkReportResource {
    private final BatchReports reports;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public BulkReportResource() {
        this(null, null);
    }

    @Inject
    BulkReportResource(BatchReports reports, RequestContext context) {
        this.reports = reports;
        this.context = context;
    }

    @GET
    @Path("bulk/{bulkId}")
    @ReadsParameters
    @RequiresPermission(Permission.LIST)
    public Response report(
            @PathParam("bulkId") String batchId,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        var links = context.links();
        var parameters = new ReportParameters(uri.getQueryParameters());
        var query = parameters.query(context.organizationId(), batchId, links);
        boolean csv = ReportFormat.wantedBy(headers) == ReportFormat.CSV;
        var separator = parameters.separator(headers.getAcceptableLanguages());
        var report =
                Optional.of(query).filter(asked -> asked.limit() == 0 && !csv).map(reports::report);
        var version = report.map(BatchReport::version).orElseGet(() -> reports.version(query));
        var tag = new EntityTag(version + '-' + (csv ? separator : ReportFormat.JSON));
        var answer = Preconditions.unchanged(request, tag)
                .orElseGet(
                        () -> csv ? csv(query, separator) : json(report.orElseGet(() -> reports.report(query)), query));
        if (links == LinkVisibility.WITHHELD) {
            answer.header(HttpHeaders.CACHE_CONTROL, CachingRules.REVALIDATED);
        }
        return answer.tag(tag)
                .header(HttpHeaders.VARY, "Accept, Accept-Language, Origin")
                .build();
    }

    private static Response.ResponseBuilder json(BatchReport report, ReportQuery query) {
        return Response.ok(Answer.of(BatchReportBody.of(report, query)), MediaType.APPLICATION_JSON);
    }

    private Response.ResponseBuilder csv(ReportQuery query, CsvSeparator separator) {
        return Response.ok(new CsvReport(reports.report(query.whole()), separator), "text/csv;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + query.batchId() + ".csv\"");
    }
}
