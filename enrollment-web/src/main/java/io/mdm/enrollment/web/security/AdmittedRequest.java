package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.directory.Organization;
import io.mdm.enrollment.api.spi.AdmittedOrganization;
import io.mdm.enrollment.api.spi.AuditActor;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Caller and organization of the current request; neither if the MDM server calls a use case in process. */
@Dependent
class AdmittedRequest implements AuditActor, AdmittedOrganization {
    private final RequestContext context;

    @Inject
    AdmittedRequest(RequestContext context) {
        this.context = context;
    }

    @Override
    public Optional<String> subject() {
        return ifInRequest(context::admittedSubject);
    }

    @Override
    public Optional<Organization> current() {
        return ifInRequest(context::admittedOrganization);
    }

    private static <T> Optional<T> ifInRequest(Supplier<Optional<T>> value) {
        try {
            return value.get();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
