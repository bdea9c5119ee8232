package io.mdm.enrollment.web.security;

import io.mdm.enrollment.api.spi.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** The caller, if a call is being answered; otherwise the MDM server called the use case itself. */
@ApplicationScoped
class CallActor implements Actor {
    @Inject
    Call call;

    @Override
    public Optional<String> subject() {
        try {
            return call.admittedSubject();
        } catch (ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
