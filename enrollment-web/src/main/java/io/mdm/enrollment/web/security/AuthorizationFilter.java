package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.MdmDirectory;
import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.http.HttpProblem;
import io.mdm.enrollment.api.http.Permission;
import io.mdm.enrollment.api.http.RequestException;
import io.mdm.enrollment.api.spi.OrganizationNameFormat;
import io.mdm.enrollment.api.spi.TracedLogger;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * Authorization filter: checks identity, organization, permission, plan, media type and declared length, in the order
 * of the published answers, before the body is read. Resource methods carry neither {@code @Consumes} nor
 * {@code @Produces}, which would be checked before all of these.
 *
 * <p>An application of a host that scans for classes finds the resources, too, and with them this filter, which lets
 * them answer in the module's own application only.
 */
@Provider
@RequiresPermission
@Priority(Priorities.AUTHENTICATION)
public class AuthorizationFilter implements ContainerRequestFilter {
    private static final String BEFORE_ORGANIZATION = "/organizations/";
    private static final Set<String> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT);
    private static final Logger LOG = TracedLogger.of(AuthorizationFilter.class);

    @Context
    ResourceInfo resource;

    @Inject
    CallerIdentity identity;

    @Inject
    ContentCheck contentCheck;

    @Inject
    MdmDirectory directory;

    @Inject
    RequestContext context;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getProperty(WellFormedRequestFilter.PASSED) == null) {
            throw new NotFoundException();
        }
        var caller = identity.caller();
        var organization = organization(request, caller);
        var required = resource.getResourceMethod().getAnnotation(RequiresPermission.class);
        var permission = required.value();
        if (!permission.equals(RequiresPermission.NONE) && !caller.may(permission)) {
            throw new RequestException(HttpProblem.FORBIDDEN);
        }
        if (permission.equals(Permission.CREATE) && !organization.bulkEnrollment()) {
            throw new RequestException(HttpProblem.FEATURE_NOT_IN_PLAN);
        }
        if (WITH_BODY.contains(request.getMethod())) {
            contentCheck.judge(request, required);
        }
        context.admit(caller, organization);
    }

    /** All refusals get the same answer, so that nobody learns which organizations exist; the log tells them apart. */
    private Organization organization(ContainerRequestContext request, Caller caller) {
        var name = rawOrganization(request);
        if (!OrganizationNameFormat.matches(name)) {
            throw refused("name does not match the pattern");
        }
        var organization = directory.organization(name).orElseThrow(() -> refused("unknown"));
        if (!caller.belongsTo(organization)) {
            throw refused("not one of the caller's");
        }
        return organization;
    }

    /** Undecoded: decoding would hide {@code ;} and {@code %}, which no organization has. */
    private static String rawOrganization(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var path = uri.getRequestUri().getRawPath();
        int resources = uri.getBaseUri().getRawPath().length() - 1;
        int start = path.indexOf(BEFORE_ORGANIZATION, resources) + BEFORE_ORGANIZATION.length();
        return path.substring(start, path.indexOf('/', start));
    }

    private static RequestException refused(String why) {
        LOG.log(Level.INFO, "Request refused because of its organization: " + why);
        return new RequestException(HttpProblem.ENTITY_NOT_FOUND);
    }
}
