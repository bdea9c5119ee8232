package io.mdm.enrollment.web.erasure;

import io.mdm.enrollment.api.PersonErasure;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.ErasedPersonCounts;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.web.body.JsonBody;
import io.mdm.enrollment.web.config.RequestLimits;
import io.mdm.enrollment.web.security.RequestContext;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Erases one person. The address stands in the body, because servers and proxies log paths. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class ErasureResource {
    @Inject
    RequestLimits limits;

    @Inject
    PersonErasure people;

    @Inject
    RequestContext context;

    @POST
    @Path("erase")
    @RequiresPermission(Permission.ERASE)
    public Response erase(InputStream body) {
        var email = new JsonBody(body, limits.bodyBytes(), AddressReader.FORM).read(AddressReader::new);
        var erased = people.erase(context.organizationId(), email);
        return Response.ok(Answer.of(ErasedPersonCounts.of(erased)), MediaType.APPLICATION_JSON)
                .build();
    }
}
