package io.mdm.enrollment.web.erasure;

import io.mdm.enrollment.api.PersonErasure;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.ErasedPersonCounts;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.body.BodyReader;
import io.mdm.enrollment.web.idempotency.IdempotentByNature;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Erasure of a person. The address is sent in the body, because servers and proxies log paths. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class ErasureResource {
    private final BodyReader bodies;
    private final PersonErasure people;
    private final RequestContext context;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public ErasureResource() {
        this(null, null, null);
    }

    @Inject
    ErasureResource(BodyReader bodies, PersonErasure people, RequestContext context) {
        this.bodies = bodies;
        this.people = people;
        this.context = context;
    }

    @POST
    @Path("erase")
    @IdempotentByNature
    @RequiresPermission(Permission.ERASE)
    public Response erase(InputStream body) {
        var email = bodies.read(body, ErasureSchema.REQUEST);
        var erased = people.erase(context.organizationId(), email);
        return Response.ok(Answer.of(ErasedPersonCounts.of(erased)), MediaType.APPLICATION_JSON)
                .build();
    }
}
