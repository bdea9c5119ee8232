package io.mdm.enrollment.api.directory;

import io.mdm.enrollment.api.token.Language;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tenant of the MDM server.
 *
 * @param language language of its invitations unless the request or the user names another
 * @param bulkEnrollment whether its plan includes bulk enrollment
 * @param tokenQuota maximum of live tokens; empty for no limit
 * @param windowsEnterprise empty if it does not manage Windows devices
 * @param timeZone in which its invitations tell the time
 */
public record Organization(
        String id,
        String slug,
        String name,
        Language language,
        boolean bulkEnrollment,
        OptionalInt tokenQuota,
        Optional<WindowsEnterprise> windowsEnterprise,
        ZoneId timeZone) {

    /** Tenant whose invitations tell the time in UTC. */
    public Organization(
            String id,
            String slug,
            String name,
            Language language,
            boolean bulkEnrollment,
            OptionalInt tokenQuota,
            Optional<WindowsEnterprise> windowsEnterprise) {
        this(id, slug, name, language, bulkEnrollment, tokenQuota, windowsEnterprise, ZoneOffset.UTC);
    }
}
