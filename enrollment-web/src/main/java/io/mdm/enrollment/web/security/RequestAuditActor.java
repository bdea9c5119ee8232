package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.spi.AuditActor;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Audit actor: the caller of the current request; none if the MDM server calls a use case in process. */
@Dependent
class RequestAuditActor implements AuditActor {
    private final RequestContext context;

    @Inject
    RequestAuditActor(RequestContext context) {
        this.context = context;
    }

    @Override
    public Optional<String> subject() {
        try {
            return context.admittedSubject();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
