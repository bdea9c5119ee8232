package io.mdm.enrollment.web.bulk;

import io.mdm.enrollment.api.EnrollmentException;
import io.mdm.enrollment.api.EnrollmentProblem;
import io.mdm.enrollment.api.InvitationPreview;
import io.mdm.enrollment.api.PreviewInvitation;
import io.mdm.enrollment.api.Receipt;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.mail.TestMail;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.config.BodySize;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.idempotency.RequestIdempotency;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.Supplier;

/** Invitation of a bulk request before it is sent: to be looked at, or mailed to the caller. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class PreviewResource {
    private final BodyReader bodies;
    private final BulkPlaces places;
    private final InvitationPreview preview;
    private final RequestIdempotency idempotency;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public PreviewResource() {
        this(null, null, null, null, null);
    }

    @Inject
    PreviewResource(
            BodyReader bodies,
            BulkPlaces places,
            InvitationPreview preview,
            RequestIdempotency idempotency,
            RequestContext context) {
        this.bodies = bodies;
        this.places = places;
        this.preview = preview;
        this.idempotency = idempotency;
        this.context = context;
    }

    @POST
    @Path("bulk/preview")
    @IdempotentByNature
    @RequiresPermission(value = Permission.CREATE, size = BodySize.BULK)
    public Response preview(InputStream body, @Context HttpHeaders headers) {
        var command = command(body, headers);
        return answer(told(() -> preview.preview(command)));
    }

    @POST
    @Path("bulk/test-mail")
    @RequiresPermission(value = Permission.CREATE, size = BodySize.BULK)
    public Response test(InputStream body, @Context HttpHeaders headers) {
        var address = context.email().orElseThrow(() -> new RequestException(HttpProblem.FORBIDDEN));
        var command = command(body, headers);
        return answer(idempotency.once(
                Receipt.whole(TestMail.class), () -> told(() -> preview.test(command, context.subject(), address))));
    }

    private PreviewInvitation command(InputStream body, HttpHeaders headers) {
        try (var place = places.take(context.organizationId(), Math.max(0, headers.getLength()))) {
            var request = bodies.read(place.reserving(body), BulkSchema.PREVIEW);
            return request.toCommand(context.organizationId(), context.subject());
        }
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (EnrollmentException refused) {
            throw refused.problem() == EnrollmentProblem.INVALID_RECIPIENT
                    ? RequestedRecipient.notDeliverable()
                    : refused;
        }
    }

    private static Response answer(Record data) {
        return Response.ok(Answer.of(data), MediaType.APPLICATION_JSON).build();
    }
}
