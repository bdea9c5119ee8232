package io.mdm.enrollment.api.spi;

import java.util.Optional;

/** On whose behalf the running use case changes something. */
@FunctionalInterface
public interface AuditActor {

    /** The subject of the caller; empty when the MDM server itself calls, in process. */
    Optional<String> subject();
}
