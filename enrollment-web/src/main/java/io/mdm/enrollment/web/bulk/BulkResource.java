package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.BatchReceipt;
import io.mdm.enrollment.api.TokenIssuance;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.BulkCounts;
import io.mdm.enrollment.api.http.CheckBody;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.config.BodySize;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.metric.CountedBulk;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import io.mdm.enrollment.web.security.RequiresPermission.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** Bulk request: one token per address, one answer with counts; and its check beforehand. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class BulkResource {
    private final BulkRequestReader requests;
    private final BulkPlaces places;
    private final TokenIssuance issuance;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public BulkResource() {
        this(null, null, null, null, null);
    }

    @Inject
    BulkResource(
            BulkRequestReader requests,
            BulkPlaces places,
            TokenIssuance issuance,
            RequestIdempotency idempotency,
            RequestContext context) {
        this.requests = requests;
        this.places = places;
        this.issuance = issuance;
        this.idempotency = idempotency;
        this.context = context;
    }

    @POST
    @Path("bulk")
    @CountedBulk
    @RequiresPermission(value = Permission.CREATE, body = Body.JSON_OR_FORM, size = BodySize.BULK)
    public Response create(InputStream body, @Context UriInfo uri, @Context HttpHeaders headers) {
        try (var place = places.take(context.organizationId(), Math.max(0, headers.getLength()))) {
            var request = requests.read(place.reserving(body), headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
            var command = request.toCommand(context.organizationId(), context.subject(), idempotency.key());
            var receipt = issuance.issue(command);
            idempotency.carriedOut(receipt.origin());
            return answer(receipt, uri);
        }
    }

    @POST
    @Path("bulk/check")
    @RequiresPermission(value = Permission.CREATE, body = Body.JSON_OR_FORM, size = BodySize.BULK)
    public Response check(InputStream body, @Context HttpHeaders headers) {
        try (var place = places.take(context.organizationId(), Math.max(0, headers.getLength()))) {
            var request = requests.read(place.reserving(body), headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
            // refused as the request would be, and of no use here
            var command = request.toCommand(context.organizationId(), context.subject(), idempotency.key());
            return Response.ok(Answer.of(CheckBody.of(issuance.check(command))), MediaType.APPLICATION_JSON)
                    .build();
        }
    }

    private static Response answer(BatchReceipt receipt, UriInfo uri) {
        var answer = Response.ok(Answer.of(BulkCounts.of(receipt)), MediaType.APPLICATION_JSON);
        receipt.batchId().ifPresent(id -> answer.header(HttpHeaders.CONTENT_LOCATION, reportPath(uri, id)));
        return answer.build();
    }

    /** Path without scheme and host, which only the outermost proxy knows. */
    private static String reportPath(UriInfo uri, String batchId) {
        return uri.getRequestUri().getRawPath() + "/" + batchId;
    }
}
