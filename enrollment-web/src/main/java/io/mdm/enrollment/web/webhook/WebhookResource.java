package io.mdm.enrollment.web.webhook;

import io.mdm.enrollment.api.ReplayWebhook;
import io.mdm.enrollment.api.Webhooks;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.WebhookListBody;
import io.mdm.enrollment.api.spi.ObjectIdFormat;
import io.mdm.enrollment.api.webhook.WebhookScope;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.body.BodySchema;
import io.mdm.enrollment.web.body.FieldTable;
import io.mdm.enrollment.web.body.ReadsParameters;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import io.mdm.enrollment.web.security.RequiresPermission.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.Locale;

/** Webhooks over HTTP: what they have received, and their replay. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS + "/webhooks")
public class WebhookResource {
    /** A body that is there has to be empty. */
    private static final BodySchema<Boolean> NOTHING = BodySchema.of("{}", FieldTable.of(), given -> true);

    private final BodyReader bodies;
    private final Webhooks webhooks;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public WebhookResource() {
        this(null, null, null);
    }

    @Inject
    WebhookResource(BodyReader bodies, Webhooks webhooks, RequestContext context) {
        this.bodies = bodies;
        this.webhooks = webhooks;
        this.context = context;
    }

    @GET
    @RequiresPermission(Permission.WEBHOOK)
    public Response list() {
        return answer(new WebhookListBody(webhooks.list(context.organizationId(), scope())));
    }

    @POST
    @Path("{webhookId:" + ObjectIdFormat.REGEX + "}/replay")
    @ReadsParameters
    @IdempotentByNature
    @RequiresPermission(value = Permission.WEBHOOK, body = Body.OPTIONAL)
    public Response replay(@PathParam("webhookId") String webhookId, @Context UriInfo uri, InputStream body) {
        var from = new ReplayParameters(uri.getQueryParameters()).from();
        bodies.readUnlessEmpty(body, NOTHING);
        return answer(webhooks.replay(
                new ReplayWebhook(context.organizationId(), scope(), webhookId.toLowerCase(Locale.ROOT), from)));
    }

    private WebhookScope scope() {
        return context.belongsToAll() ? WebhookScope.ALL_ORGANIZATIONS : WebhookScope.ORGANIZATION;
    }

    private static Response answer(Record data) {
        return Response.ok(Answer.of(data), MediaType.APPLICATION_JSON).build();
    }
}
