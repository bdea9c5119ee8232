package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The organization that the {@link AuthorizationFilter} looked up; none if the MDM server calls in process. */
@Dependent
class RequestOrganization implements AdmittedOrganization {
    private final RequestContext context;

    @Inject
    RequestOrganization(RequestContext context) {
        this.context = context;
    }

    @Override
    public Optional<Organization> current() {
        try {
            return context.admittedOrganization();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
