package io.mdm.enrollment.api.spi;

import java.util.Optional;

/** Actor that the audit trail records for the running use case. */
@FunctionalInterface
public interface AuditActor {

    /** Subject of the caller; empty when the MDM server itself calls in process. */
    Optional<String> subject();
}
