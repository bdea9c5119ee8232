package io.mdm.enrollment.web.token;

import io.mdm.enrollment.api.TokenCatalog;
import io.mdm.enrollment.api.UserEnrollment;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.TokenListBody;
import io.mdm.enrollment.api.token.Links;
import io.mdm.enrollment.web.security.Call;
import io.mdm.enrollment.web.security.RequiresPermission;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;

/** All tokens of an organization: to be listed, and to be added to by one. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class TokensResource {
    @Inject
    TokenCatalog catalog;

    @Inject
    UserEnrollment enrollment;

    @Inject
    TokenReader reader;

    @Inject
    Call call;

    @Context
    UriInfo uri;

    @GET
    @RequiresPermission(Permission.LIST)
    public Response list() {
        var links = call.may(Permission.CREATE) ? Links.SHOWN : Links.WITHHELD;
        var query = new TokenParameters(uri.getQueryParameters()).query(call.organizationId(), links);
        var answer = Response.ok(Answer.of(TokenListBody.of(catalog.tokens(query), query)), MediaType.APPLICATION_JSON);
        return (links == Links.SHOWN ? answer.header(HttpHeaders.CACHE_CONTROL, "no-store") : answer).build();
    }

    @POST
    @RequiresPermission(Permission.CREATE)
    public Response create(InputStream body) {
        var command = reader.enrollment(body).toCommand(call.organizationId(), call.subject());
        var token = enrollment.enroll(command);
        return TokenAnswer.created(token, uri.getRequestUri().getRawPath() + "/" + token.id());
    }
}
