package io.mdm.enrollment.web.limits;

import io.mdm.enrollment.api.TokenQuotas;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.http.Answer;
import io.mdm.enrollment.api.http.LimitsBody;
import io.mdm.enrollment.api.http.LimitsBody.Defaults;
import io.mdm.enrollment.api.http.LimitsBody.Quota;
import io.mdm.enrollment.api.http.Paths;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import io.mdm.enrollment.api.spi.Sha256;
import io.mdm.enrollment.api.token.Language;
import io.mdm.enrollment.web.answer.CachingRules;
import io.mdm.enrollment.web.answer.JsonAnswerWriter;
import io.mdm.enrollment.web.answer.Preconditions;
import io.mdm.enrollment.web.body.SettingsFields;
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
import java.util.HexFormat;
import java.util.List;

/** Limits for a form: bounds, defaults, languages, plan and quota. The ETag is a hash of the answer. */
@RequestScoped
@Path(Paths.ENROLLMENT_TOKENS)
public class LimitsResource {
    private final PublishedBounds bounds;
    private final TokenQuotas quotas;
    private final AdmittedOrganization admitted;

    /** For the client proxy only; public for Jakarta REST (section 3.1.2). */
    @SuppressWarnings("NullAway")
    public LimitsResource() {
        this(null, null, null);
    }

    @Inject
    LimitsResource(PublishedBounds bounds, TokenQuotas quotas, AdmittedOrganization admitted) {
        this.bounds = bounds;
        this.quotas = quotas;
        this.admitted = admitted;
    }

    @GET
    @Path("limits")
    @RequiresPermission(RequiresPermission.NONE)
    public Response limits(@Context Request request) {
        var answer = Answer.of(body(admitted.current().orElseThrow()));
        var digest = Sha256.hash(JsonAnswerWriter.json(answer));
        var tag = new EntityTag(HexFormat.of().formatHex(digest, 0, 16));
        return Preconditions.unchanged(request, tag)
                .orElseGet(() -> Response.ok(answer, MediaType.APPLICATION_JSON))
                .header(HttpHeaders.CACHE_CONTROL, CachingRules.REVALIDATED)
                .tag(tag)
                .build();
    }

    private LimitsBody body(Organization organization) {
        return new LimitsBody(
                bounds.limits(),
                new Defaults(SettingsFields.DEFAULT_DURATION, organization.language()),
                List.of(Language.values()),
                organization.bulkEnrollment(),
                Quota.of(quotas.quota(organization.id())));
    }
}
