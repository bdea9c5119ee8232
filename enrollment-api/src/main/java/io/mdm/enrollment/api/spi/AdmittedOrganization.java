package io.mdm.enrollment.api.spi;

import io.mdm.enrollment.api.directory.Organization;
import java.util.Optional;

/** Organization for which the running request was admitted, so that it need not be looked up again. */
@FunctionalInterface
public interface AdmittedOrganization {

    /** The organization as it was looked up for the request; empty when the MDM server itself calls in process. */
    Optional<Organization> current();
}
