package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.spi.AuditActor;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** The caller, if a call is being answered; otherwise the MDM server called the use case itself. */
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
