package io.mdm.enrollment.api.directory;

import io.mdm.enrollment.api.token.Language;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A tenant of the MDM server.
 *
 * @param language in which its people are invited unless something better is known
 * @param bulkEnrollment whether its plan has the feature
 * @param tokenQuota how many live tokens it may hold; empty for no bound
 * @param windowsEnterprise empty when it does not manage Windows devices
 */
public record Organization(
        String id,
        String slug,
        String name,
        Language language,
        boolean bulkEnrollment,
        OptionalInt tokenQuota,
        Optional<WindowsEnterprise> windowsEnterprise) {}
